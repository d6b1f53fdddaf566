import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { type SourceLocation, UttersonError } from '../errors.ts';

/**
 * An error as whoever edits the site sees it: lines counted from the top of the file and not, as Jekyll's messages do, from after the front matter;
 * the text around the place, where only the file's name was known; paths that start from the source.
 *
 * @example
 * clarifyError(error, '/site') // at _posts/a.md, line 9, where the error said line 5 of the text below the front matter
 */
export function clarifyError(error: unknown, source: string): unknown {
  if (!(error instanceof UttersonError)) return error;
  const message = error.message.replaceAll(`${source}/`, '').replace(/ {2,}/g, ' ');
  const hint = error.hint === undefined ? {} : { hint: error.hint };
  return new UttersonError(error.code, message, { ...locateInFile(error.location, source), ...hint, cause: error });
}

function locateInFile(location: SourceLocation, folder: string): SourceLocation {
  const { file, line, source } = location;
  if (file === undefined) return location;
  const name = file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
  const text = line === undefined ? undefined : readText(isAbsolute(file) ? file : join(folder, file));
  if (text === undefined || line === undefined) return { ...location, file: name };
  const above = source === undefined ? 0 : linesAbove(text, source);
  // The file was changed since: what the error says of it is all that is known.
  if (above === undefined) return { ...location, file: name };
  return { ...location, file: name, line: line + above, source: text };
}

/** How many lines of a file stand above a text that makes its end. */
function linesAbove(file: string, end: string): number | undefined {
  return file.endsWith(end) ? file.slice(0, file.length - end.length).split('\n').length - 1 : undefined;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
