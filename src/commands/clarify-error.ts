import { readdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { type SourceLocation, UttersonError } from '../errors.ts';
import { nearestWord } from '../util/nearest-word.ts';
import { findOpenBlock } from './open-block.ts';
import { explainSystemError } from './system-error.ts';

/**
 * An error as whoever edits the site sees it: lines counted from the top of the file and not, as Jekyll's messages do, from after the front matter;
 * the text around the place, where only the file's name was known; paths that start from the source; what to do about it.
 *
 * @example
 * clarifyError(error, '/site') // at _posts/a.md, line 9, where the error said line 5 of the text below the front matter
 */
export function clarifyError(error: unknown, source: string): unknown {
  if (!(error instanceof UttersonError)) return explainSystemError(error) ?? error;
  const location = pointAtCause(error, locateInFile(error.location, source), source);
  const message = withoutPlace(error.message.replaceAll(`${source}/`, '').replace(/ {2,}/g, ' '), location);
  const hint = error.hint ?? findHint(error, source);
  return new UttersonError(error.code, message, { ...location, ...(hint !== undefined && { hint }), cause: error });
}

/** The place stands above the message, counted from the top of the file; Jekyll's message counts otherwise, and says so again. */
function withoutPlace(message: string, { file, line }: SourceLocation): string {
  if (file === undefined || line === undefined) return message;
  const end = message.endsWith(` in ${file}`) ? message.slice(0, -` in ${file}`.length) : message;
  return end
    .replace(/^Liquid Exception: /, '')
    .replace(/^Liquid syntax error(?: \(line \d+\))?: /, '')
    .trim();
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

/** The line that has to be changed, where the error only knows where it was noticed, or in which file. */
function pointAtCause(error: UttersonError, location: SourceLocation, folder: string): SourceLocation {
  const tag = /'(\w+)' tag was never closed/.exec(error.message)?.[1];
  if (tag !== undefined) return { ...location, ...findOpenBlock(location.source ?? '', tag) };
  if (error.code === 'InvalidDate') return locateKey(folder, location.file, 'date') ?? location;
  const key = configurationKey(error);
  return (key === undefined ? undefined : locateKey(folder, '_config.yml', key)) ?? location;
}

function configurationKey({ code, message }: UttersonError): string | undefined {
  if (code === 'InvalidConfiguration') return /^'([\w-]+)'/.exec(message)?.[1];
  if (code === 'MissingDependency' && / theme could not be found/.test(message)) return 'theme';
  return code === 'InvalidMarkdownProcessor' ? 'markdown' : undefined;
}

/** Where a file sets a key at its top level. */
function locateKey(folder: string, file: string | undefined, key: string): SourceLocation | undefined {
  const source = file === undefined ? undefined : readText(join(folder, file));
  const at = source?.split('\n').findIndex((line) => line.startsWith(`${key}:`)) ?? -1;
  return file === undefined || source === undefined || at < 0 ? undefined : { file, line: at + 1, column: 1, source };
}

function findHint({ message }: UttersonError, folder: string): string | undefined {
  const open = /'(\w+)' tag was never closed/.exec(message)?.[1];
  if (open !== undefined) return `Close it with {% end${open} %}.`;
  if (/Unknown tag '/.test(message))
    return 'Is the name right? If a plugin has the tag, name the plugin under plugins: in _config.yml.';
  if (/Invalid Markdown processor/.test(message)) return 'There are kramdown, CommonMark, GFM and markdown-it.';
  const include = /included file '([^']+)'/.exec(message)?.[1];
  const nearest = include === undefined ? undefined : nearestWord(include, namesIn(join(folder, '_includes')));
  return nearest === undefined ? undefined : `Did you mean '${nearest}'?`;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
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
