import { type SourceLocation, UttersonError } from '../../errors.ts';
import { relativePath } from '../../util/files/paths.ts';
import { packageFile } from '../../util/program/package-file.ts';
import { placeInStack } from '../../util/program/place-in-stack.ts';
import { hintFor } from './error-hint.ts';
import { locateError } from './locate-error.ts';
import { readTextIfPossible } from './read-text.ts';
import { explainSystemError } from './system-error.ts';
import { withoutYamlPlace } from './yaml-hint.ts';

/**
 * Rewrites an error for the author of the site: lines count from the top of the file (Jekyll counts from the end of the front
 * matter), the text of the file is added for the code frame, paths are relative to the source, and a hint says what to do.
 *
 * @example
 * clarifyError(error, '/site') // at _posts/a.md:9, where the original said line 5 of the text below the front matter
 */
export function clarifyError(error: unknown, source: string): unknown {
  const refusal = explainSystemError(error);
  if (refusal !== undefined) return refusal;
  if (!(error instanceof UttersonError)) return explainPluginError(error, { source }) ?? error;
  // It has been clarified already.
  if (error.location.root !== undefined) return error;
  if (error.code === 'LiquidException') {
    const failure = explainPluginError(error.cause, { source, page: error.location.file });
    if (failure !== undefined) return failure;
  }
  const location = locateError(error, source);
  const message = withoutPlace(error.code, error.message.replaceAll(`${source}/`, '').replace(/ {2,}/g, ' '), location);
  const hint = hintFor(error, location, source);
  const place = { ...location, root: source };
  return new UttersonError(error.code, message, { ...place, ...(hint !== undefined && { hint }), cause: error });
}

/** An error thrown by a plugin of the site is not our fault: it is located at the innermost stack frame in a file of the site. */
function explainPluginError(
  error: unknown,
  { source, page }: { readonly source: string; readonly page?: string | undefined },
): UttersonError | undefined {
  if (!(error instanceof Error)) return undefined;
  // This package may itself be inside the folder of a site, as it is for its own blog.
  const own = packageFile('dist');
  const place = placeInStack(
    error,
    (path) => path.startsWith(`${source}/`) && !path.startsWith(own) && !path.includes('/node_modules/'),
  );
  if (place === undefined) return undefined;
  const text = readTextIfPossible(place.file);
  const located = {
    ...place,
    file: relativePath(source, place.file),
    root: source,
    ...(text !== undefined && { source: text }),
  };
  const rendered = page === undefined ? '' : `\n\nRendering ${page}.`;
  return new UttersonError('PluginFailed', `${error.name}: ${error.message}${rendered}`, { ...located, cause: error });
}

/** Removes the location from Jekyll's message: it is printed above the message, and counts lines differently. */
function withoutPlace(code: string, message: string, { file, line }: SourceLocation): string {
  if (file === undefined) return message;
  const [, text = message, page = file] = /^Liquid Exception: ([\s\S]+) in ([^\n]+)$/.exec(message) ?? [];
  const unprefixed = text.trim().replace(/^\([^()\n]*\): /, '');
  // In front matter it counts lines from there; the words of Ruby's Psych about a whole file stay complete.
  const hasOtherLines = code === 'InvalidYaml' && !/\.(?:ya?ml|json)$/i.test(file);
  const plain = hasOtherLines ? withoutYamlPlace(unprefixed) : unprefixed;
  if (line === undefined) return plain;
  const stripped = plain
    .replace(/^Liquid (?:syntax )?error(?: \((?:[^()\n]* )?line \d+\))?: /, '')
    .replace(/ included$/, '');
  return page === file ? stripped : `${stripped}\n\nIncluded in ${page}.`;
}
