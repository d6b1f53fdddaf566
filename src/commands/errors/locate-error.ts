import { isAbsolute, join, resolve } from 'node:path';
import type { SourceLocation, UttersonError } from '../../errors.ts';
import { placeAt } from '../../util/text-place.ts';
import { findTopLevelKey } from './configuration-key.ts';
import { findOpenBlock } from './open-block.ts';
import { readTextIfPossible } from './read-text.ts';
import { yamlPlace } from './yaml-hint.ts';

/**
 * Finds the place to fix in the files of a site: the line counted from the top of the file, and often a more precise place than
 * the error knows.
 *
 * @param folder the source, to which the file of the result is relative
 *
 * @example
 * locateError(error, '/site') // { file: '_posts/a.md', line: 9, column: 3, source: … }
 */
export function locateError(error: UttersonError, folder: string): SourceLocation {
  return pointAtCause(error, locateInFile(error.location, folder), folder);
}

/** Counts the line from the top of the file, and makes the path relative to the source. */
function locateInFile(location: SourceLocation, folder: string): SourceLocation {
  const { file, line, source } = location;
  if (file === undefined) return location;
  const name = file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
  const text = line === undefined ? undefined : readTextIfPossible(isAbsolute(file) ? file : join(folder, file));
  if (text === undefined || line === undefined) return { ...location, file: name };
  const above = source === undefined ? 0 : linesAbove(text, source);
  // The file has changed since, so the line cannot be counted from its top.
  if (above === undefined) return { ...location, file: name };
  return { ...location, file: name, line: line + above, source: text };
}

/** Finds the place to fix, where the error only knows where the problem was noticed, or in which file. */
function pointAtCause(error: UttersonError, location: SourceLocation, folder: string): SourceLocation {
  const tag = /'(\w+)' tag was never closed/.exec(error.message)?.[1];
  if (tag !== undefined) return { ...location, ...findOpenBlock(location.source ?? '', tag) };
  if (error.code === 'InvalidEncoding' && location.line === undefined)
    return { ...location, ...findInvalidByte(folder, location.file) };
  if (error.code === 'InvalidYaml') return withText(yamlPlace(error.message, location), folder);
  if (error.code === 'InvalidYAMLFrontMatter' && location.line === undefined) return firstLine(location, folder);
  return locateFaultyKey(error, location, folder) ?? pointAtMarkup(error, location);
}

/** The text of the whole file, for a place that is counted from its top. */
function withText(location: SourceLocation, folder: string): SourceLocation {
  const { file, line } = location;
  const source = file === undefined || line === undefined ? undefined : readTextIfPossible(resolve(folder, file));
  return source === undefined ? location : { ...location, source };
}

/** The first line of front matter that is not what it has to be: keys with values. */
function firstLine(location: SourceLocation, folder: string): SourceLocation {
  const { source, ...located } = withText({ ...location, line: 2 }, folder);
  if (source === undefined) return location;
  const above = /^---\s*\n/.exec(source)?.[0] ?? '';
  return { ...located, line: above.split('\n').length, source };
}

/** Finds the key with the faulty value, in the front matter or in the configuration. */
function locateFaultyKey(error: UttersonError, { file }: SourceLocation, folder: string): SourceLocation | undefined {
  const fileKey = frontMatterKey(error);
  const inFile = fileKey === undefined ? undefined : locateKey(folder, file, fileKey);
  const siteKey = configurationKey(error);
  return inFile ?? (siteKey === undefined ? undefined : locateKey(folder, '_config.yml', siteKey));
}

/** The front matter key that an error is about. */
function frontMatterKey({ code, message }: UttersonError): string | undefined {
  if (code === 'InvalidDate') return 'date';
  if (code === 'InvalidPermalink' && message.startsWith('The slug ')) return 'slug';
  return code === 'InvalidPermalink' || code === 'NoSuchPlaceholder' ? 'permalink' : undefined;
}

/** Liquid reports lines only. Adds the column of the tag or output if there is no doubt which one on the line is meant. */
function pointAtMarkup({ code, message }: UttersonError, location: SourceLocation): SourceLocation {
  const { line, column, source } = location;
  if (line === undefined || column !== undefined || !/^(?:Liquid|Argument|MissingInclude|PostURL)/.test(code))
    return location;
  const text = source?.split(/\r?\n/)[line - 1] ?? '';
  const begins = message.includes("Unknown tag '") ? /\{%/g : /\{[{%]/g;
  const starts = [...text.matchAll(begins)].map(({ index }) => index);
  const word = /'([^'\n]+)'|"([^"\n]+)"|undefined filter (\S+)/
    .exec(message)
    ?.slice(1)
    .find((name) => name !== undefined);
  const isUnclosed = message.includes('was not properly terminated');
  const naming = starts.filter((start, nth) => {
    const markup = text.slice(start, starts[nth + 1]);
    return isUnclosed ? !/[%}]\}/.test(markup) : word !== undefined && markup.includes(word);
  });
  const at = starts.length === 1 ? starts[0] : naming[0];
  return at === undefined ? location : { ...location, column: at + 1 };
}

/** Finds the first byte of a file that is not UTF-8. */
function findInvalidByte(folder: string, file: string | undefined): SourceLocation {
  const source = file === undefined ? undefined : readTextIfPossible(resolve(folder, file));
  const at = source?.indexOf('\ufffd') ?? -1;
  if (source === undefined || at < 0) return {};
  return { ...placeAt(source, at), source };
}

function configurationKey({ code, message }: UttersonError): string | undefined {
  if (code === 'InvalidConfiguration' && message.startsWith('Since v3.0, permalinks')) return 'relative_permalinks';
  if (code === 'InvalidConfiguration') return /^'?([\w-]+)(?:'|:|\.)/.exec(message)?.[1];
  if (code === 'MissingDependency' && / theme could not be found/.test(message)) return 'theme';
  if (code === 'MissingDependency' && /^The remote theme /.test(message)) return 'remote_theme';
  if (code === 'NoSuchPlaceholder') return 'permalink';
  if (code === 'InvalidDate' && message.endsWith('Invalid time in _config.yml.')) return 'time';
  return code === 'InvalidMarkdownProcessor' ? 'markdown' : undefined;
}

function locateKey(folder: string, file: string | undefined, key: string): SourceLocation | undefined {
  const found = file === undefined ? undefined : findTopLevelKey(folder, file, key);
  return file === undefined || found === undefined ? undefined : { file, column: 1, ...found };
}

/** Counts the lines of a file above a text that it ends with; `undefined` if it does not end with it. */
function linesAbove(file: string, end: string): number | undefined {
  return file.endsWith(end) ? file.slice(0, file.length - end.length).split('\n').length - 1 : undefined;
}
