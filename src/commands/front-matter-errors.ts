import { UttersonError } from '../errors.ts';
import { placeAt, type TextPlace } from '../util/text-place.ts';
import { readTextIfPossible } from './read-text.ts';

/** Jekyll's warning about unreadable front matter. The site is still built, the page without its front matter. */
const WARNING = /^(?:Error: )?YAML Exception reading (.+?): \(<unknown>\): (.+)$/;
/** The single-byte characters that YAML does not allow. */
const NOT_PRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const PLACE = / at line (\d+) column (\d+)$/;

/**
 * The front matter errors among a build's warnings, with their locations, by absolute path of the file.
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
  const source = readTextIfPossible(file);
  return new UttersonError('InvalidYAMLFrontMatter', message.replace(PLACE, ''), {
    file,
    ...placeOf(message, source),
    ...(source !== undefined && { source }),
    hint: 'Until this is fixed, the page is built without its front matter. Put values that contain a colon, a quote or a bracket in quotes.',
  });
}

function placeOf(message: string, source: string | undefined): TextPlace | undefined {
  if (message.startsWith('control characters') && source !== undefined) {
    // Psych only says where the text begins.
    const at = source.search(NOT_PRINTABLE);
    if (at >= 0) return placeAt(source, at);
  }
  const [, line, column] = PLACE.exec(message) ?? [];
  return line === undefined ? undefined : { line: Number(line), column: Number(column) };
}
