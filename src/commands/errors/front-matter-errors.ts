import { type SourceLocation, UttersonError } from '../../errors.ts';
import { readFrontMatter } from '../../util/front-matter.ts';
import { placeAt } from '../../util/text-place.ts';
import { parseFrontMatterWarning } from './front-matter-warning.ts';
import { readTextIfPossible } from './read-text.ts';
import { withoutYamlPlace, yamlHint, yamlPlace } from './yaml-hint.ts';

/** The single-byte characters that YAML does not allow. */
const NOT_PRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/**
 * The front matter errors among a build's warnings, with their locations, by absolute path of the file.
 *
 * @example
 * frontMatterErrors(['Error: YAML Exception reading /site/a.md: (<unknown>): did not find expected key at line 3 column 1'])
 */
export function frontMatterErrors(warnings: readonly string[]): ReadonlyMap<string, UttersonError> {
  const found = new Map<string, UttersonError>();
  for (const warning of warnings) {
    const parsed = parseFrontMatterWarning(warning);
    if (parsed !== undefined) found.set(parsed.file, describe(parsed.file, parsed.message));
  }
  return found;
}

function describe(file: string, message: string): UttersonError {
  const source = readTextIfPossible(file);
  const place = source === undefined ? yamlPlace(message, {}) : placeIn(source, message);
  const hint = yamlHint(message, place);
  return new UttersonError('InvalidYAMLFrontMatter', withoutYamlPlace(message), {
    file,
    ...place,
    hint: ['Until this is fixed, the page is built without its front matter.', hint].join(' ').trimEnd(),
  });
}

/** Jekyll's message only says where the construct begins that cannot be read. Reading it again tells where the problem is. */
function placeIn(source: string, message: string): SourceLocation {
  if (message.startsWith('control characters')) {
    const at = source.search(NOT_PRINTABLE);
    if (at >= 0) return { ...placeAt(source, at), source };
  }
  const { line, column } = noticedIn(source) ?? {};
  return yamlPlace(message, { source, ...(line !== undefined && column !== undefined && { line, column }) });
}

function noticedIn(source: string): SourceLocation | undefined {
  try {
    readFrontMatter(source);
  } catch (error) {
    if (error instanceof UttersonError) return error.location;
  }
  return undefined;
}
