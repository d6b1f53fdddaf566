import { readFileSync } from 'node:fs';
import { UttersonError } from '../errors.ts';

/** How Jekyll words a front matter that cannot be read; the site is built all the same, and the page without its settings. */
const WARNING = /^(?:Error: )?YAML Exception reading (.+?): \(<unknown>\): (.+)$/;
const PLACE = / at line (\d+) column (\d+)$/;

/**
 * The errors in front matters that a build warned of, with their places, by the files' absolute paths.
 *
 * @example
 * frontMatterErrors(['Error: YAML Exception reading /site/a.md: (<unknown>): did not find expected key at line 3 column 1'])
 */
export function frontMatterErrors(warnings: readonly string[]): ReadonlyMap<string, UttersonError> {
  const found = new Map<string, UttersonError>();
  for (const warning of warnings) {
    const [, file, message] = WARNING.exec(warning.trim()) ?? [];
    if (file !== undefined && message !== undefined) found.set(file, describe(file, message));
  }
  return found;
}

function describe(file: string, message: string): UttersonError {
  const [, line, column] = PLACE.exec(message) ?? [];
  const source = readText(file);
  return new UttersonError('InvalidYAMLFrontMatter', message.replace(PLACE, ''), {
    file,
    ...(line !== undefined && { line: Number(line), column: Number(column) }),
    ...(source !== undefined && { source }),
    hint: 'Until this is mended the page is built without its front matter. Texts with a colon, a quote or a bracket need quotes around them.',
  });
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
