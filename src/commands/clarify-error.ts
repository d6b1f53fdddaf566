import { readdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { hintForTag } from '../build/known-tags.ts';
import { type SourceLocation, UttersonError } from '../errors.ts';
import { nearestWord } from '../util/nearest-word.ts';
import { packageFile } from '../util/package-file.ts';
import { withSlashes } from '../util/paths.ts';
import { placeInStack } from '../util/place-in-stack.ts';
import { placeAt } from '../util/text-place.ts';
import { isInCodeBlock } from './code-block.ts';
import { findOpenBlock } from './open-block.ts';
import { explainSystemError } from './system-error.ts';

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
  const location = pointAtCause(error, locateInFile(error.location, source), source);
  const message = withoutPlace(error.code, error.message.replaceAll(`${source}/`, '').replace(/ {2,}/g, ' '), location);
  const hint =
    hintForCode(error, location) ??
    nearestInclude(error, source) ??
    hiddenPost(error, source) ??
    error.hint ??
    findHint(error);
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
  const text = readText(place.file);
  const located = {
    ...place,
    file: relative(source, place.file),
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
  const plain = text
    .trim()
    .replace(/^\([^()\n]*\): /, '')
    .replace(code === 'InvalidYaml' ? YAML_PLACE : '', '');
  if (line === undefined) return plain;
  const stripped = plain
    .replace(/^Liquid (?:syntax )?error(?: \((?:[^()\n]* )?line \d+\))?: /, '')
    .replace(/ included$/, '');
  return page === file ? stripped : `${stripped}\n\nIncluded in ${page}.`;
}

function locateInFile(location: SourceLocation, folder: string): SourceLocation {
  const { file, line, source } = location;
  if (file === undefined) return location;
  const name = file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
  const text = line === undefined ? undefined : readText(isAbsolute(file) ? file : join(folder, file));
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
  if (error.code === 'InvalidYaml') return { ...location, ...startOfOpenQuote(error.message, location.file, folder) };
  return locateFaultyKey(error, location, folder) ?? pointAtMarkup(error, location);
}

const YAML_PLACE = / at line (\d+) column (\d+)$/;

/** Finds where an unclosed quoted text begins, as the message says; it is only noticed where the YAML ends. */
function startOfOpenQuote(message: string, file: string | undefined, folder: string): SourceLocation {
  const [, line, column] =
    (/^.*(?:end of stream|document indicator) while/.test(message) && YAML_PLACE.exec(message)) || [];
  const source = file === undefined ? undefined : readText(resolve(folder, file));
  return line === undefined || source === undefined ? {} : { line: Number(line), column: Number(column), source };
}

/** Finds the key with the faulty value, in the front matter or in the configuration. */
function locateFaultyKey(error: UttersonError, { file }: SourceLocation, folder: string): SourceLocation | undefined {
  const fileKey = FRONT_MATTER_KEYS[error.code];
  const inFile = fileKey === undefined ? undefined : locateKey(folder, file, fileKey);
  const siteKey = configurationKey(error);
  return inFile ?? (siteKey === undefined ? undefined : locateKey(folder, '_config.yml', siteKey));
}

/** The front matter key that an error is about, by the error's code. */
const FRONT_MATTER_KEYS: Readonly<Record<string, string>> = { InvalidDate: 'date', NoSuchPlaceholder: 'permalink' };

/** Liquid reports lines only. Adds the column of the tag or output if there is no doubt which one on the line is meant. */
function pointAtMarkup({ code, message }: UttersonError, location: SourceLocation): SourceLocation {
  const { line, column, source } = location;
  if (line === undefined || column !== undefined || !/^(?:Liquid|Argument|MissingInclude|PostURL)/.test(code))
    return location;
  const text = source?.split(/\r?\n/)[line - 1] ?? '';
  const starts = [...text.matchAll(/\{[{%]/g)].map(({ index }) => index);
  const word = /'([^'\n]+)'|"([^"\n]+)"|undefined filter (\S+)/
    .exec(message)
    ?.slice(1)
    .find((name) => name !== undefined);
  const naming = starts.filter((start, nth) => word !== undefined && text.slice(start, starts[nth + 1]).includes(word));
  const at = starts.length === 1 ? starts[0] : naming[0];
  return at === undefined ? location : { ...location, column: at + 1 };
}

/** Finds the first byte of a file that is not UTF-8. */
function findInvalidByte(folder: string, file: string | undefined): SourceLocation {
  const source = file === undefined ? undefined : readText(resolve(folder, file));
  const at = source?.indexOf('\ufffd') ?? -1;
  if (source === undefined || at < 0) return {};
  return { ...placeAt(source, at), source };
}

function configurationKey({ code, message }: UttersonError): string | undefined {
  if (code === 'InvalidConfiguration') return /^'?([\w-]+)(?:'|:)/.exec(message)?.[1];
  if (code === 'MissingDependency' && / theme could not be found/.test(message)) return 'theme';
  if (code === 'MissingDependency' && /^The remote theme /.test(message)) return 'remote_theme';
  if (code === 'NoSuchPlaceholder') return 'permalink';
  return code === 'InvalidMarkdownProcessor' ? 'markdown' : undefined;
}

/** Finds where a file sets a top-level key. */
function locateKey(folder: string, file: string | undefined, key: string): SourceLocation | undefined {
  const source = file === undefined ? undefined : readText(join(folder, file));
  const at = source?.split('\n').findIndex((line) => line.startsWith(`${key}:`)) ?? -1;
  return file === undefined || source === undefined || at < 0 ? undefined : { file, line: at + 1, column: 1, source };
}

function nearestInclude({ message }: UttersonError, folder: string): string | undefined {
  const include = /included file '([^']+)'/.exec(message)?.[1];
  const nearest = include === undefined ? undefined : nearestWord(include, pathsIn(join(folder, '_includes')));
  return nearest === undefined ? undefined : `Did you mean '${nearest}'?`;
}

/** A post that is there and not published cannot be linked to. */
function hiddenPost({ code, message }: UttersonError, folder: string): string | undefined {
  const name = code === 'PostURLError' ? /Could not find post "([^"]+)"/.exec(message)?.[1] : undefined;
  const posts = name === undefined ? [] : pathsIn(join(folder, '_posts'));
  const hidden = posts.find((path) => path.replace(/\.[^./]+$/, '') === name);
  if (hidden === undefined) return undefined;
  return `_posts/${hidden} is not published: its date lies ahead (--future shows it), or its front matter says so (--unpublished).`;
}

const MARKDOWN = /\.(?:markdown|mkdown|mkdn|mkd|md)$/i;

/** Jekyll runs Liquid before it looks for code: what only shows how something is written is run as well. */
function hintForCode({ code }: UttersonError, { file, line, source }: SourceLocation): string | undefined {
  if (!/^(?:Liquid|MissingInclude|PostURL)/.test(code) || line === undefined || source === undefined) return undefined;
  if (file === undefined || !MARKDOWN.test(file) || !isInCodeBlock(source, line)) return undefined;
  return 'Liquid runs in code blocks as well. To show it as it is, put {% raw %} above the block and {% endraw %} below it.';
}

function findHint({ code, message }: UttersonError): string | undefined {
  const open = /'(\w+)' tag was never closed/.exec(message)?.[1];
  if (open !== undefined) return `Close it with {% end${open} %}.`;
  const end = /Unknown tag 'end(\w+)'/.exec(message)?.[1];
  if (end !== undefined) return `There is no open {% ${end} %} here for it to close.`;
  const unknown = /Unknown tag '(\w+)'/.exec(message)?.[1];
  if (unknown !== undefined)
    return (
      hintForTag(unknown) ??
      'Is the name right? If a plugin provides the tag, add the plugin under plugins: in _config.yml.'
    );
  if (/was not properly terminated/.test(message))
    return 'A tag ends with %} and an output with }}, on the same line or a later one.';
  if (code === 'LiquidStackLevelError') return 'Does a file include itself, directly or through another one?';
  if (/: invalid UTF-8/.test(message)) return 'Save the file as UTF-8.';
  return undefined;
}

/** Everything below a folder, with slashes. */
function pathsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => withSlashes(path));
  } catch {
    return [];
  }
}

/** Counts the lines of a file above a text that it ends with; `undefined` if it does not end with it. */
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
