import { parseYaml, type Site, UttersonError } from '../../plugin/plugin.ts';

/** What is in a YAML file, by its absolute path. An error names the file. */
export function readYaml(site: Site, path: string): unknown {
  try {
    return parseYaml(new TextDecoder().decode(site.tree.read(path)));
  } catch (error) {
    if (error instanceof UttersonError) error.locateWithin({ file: path });
    throw error;
  }
}
