import { parseYaml, UttersonError } from '../../plugin/plugin.ts';

/** What the text of a YAML file says. An error names the file. */
export function parseYamlFile(text: string, path: string): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    if (error instanceof UttersonError) error.locateWithin({ file: path });
    throw error;
  }
}
