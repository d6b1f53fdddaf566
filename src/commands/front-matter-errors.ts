import { readFileSync } from 'node:fs';
import { UttersonError } from '../errors.ts';
import type { LogMessage } from '../util/log.ts';

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

/** Whether a warning is one of those that `tellBuild` shows with their lines. */
export function isFrontMatterError({ text }: LogMessage): boolean {
  return WARNING.test(text.trim());
}

function describe(file: string, message: string): UttersonError {
  const source = readText(file);
  const [, line, column] = PLACE.exec(placeControl(message, source)) ?? [];
  return new UttersonError('InvalidYAMLFrontMatter', message.replace(PLACE, ''), {
    file,
    ...(line !== undefined && { line: Number(line), column: Number(column) }),
    ...(source !== undefined && { source }),
    hint: 'Until this is mended the page is built without its front matter. Texts with a colon, a quote or a bracket need quotes around them.',
  });
}

/** Of a control character Psych tells nothing but the beginning of the text. */
function placeControl(message: string, source: string | undefined): string {
  // What YAML does not count as printable, as far as it is a single octet.
  const at = /^control characters/.test(message)
    ? (source?.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/) ?? -1)
    : -1;
  const above = source?.slice(0, at).split('\n') ?? [];
  return at < 0 ? message : ` at line ${above.length} column ${(above.at(-1)?.length ?? 0) + 1}`;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
