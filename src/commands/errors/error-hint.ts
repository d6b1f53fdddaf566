import { readdirSync } from 'node:fs';
import { join, parse, relative, resolve } from 'node:path';
import { hintForTag } from '../../build/plugins/known-tags.ts';
import type { SourceLocation, UttersonError } from '../../errors.ts';
import { withSlashes } from '../../util/files/paths.ts';
import { nearestWord } from '../../util/nearest-word.ts';
import { isInCodeBlock } from './code-block.ts';
import { findTopLevelKey } from './configuration-key.ts';
import { yamlHint } from './yaml-hint.ts';

/**
 * What the author of a site can do about an error: a hint that knows the site, or else the error's own, or else one that follows
 * from its message.
 *
 * @param location where the error is, with the text of the file
 * @param folder the source of the site
 */
export function hintFor(error: UttersonError, location: SourceLocation, folder: string): string | undefined {
  return (
    hintForCode(error, location) ??
    nearestInclude(error, folder) ??
    hiddenPost(error, folder) ??
    nearestDocument(error, folder) ??
    (error.code === 'InvalidYaml' ? yamlHint(error.message, location) : undefined) ??
    error.hint ??
    hintForMessage(error, folder)
  );
}

/** A hint for an included file whose name is misspelt, in the folders that were searched. */
function nearestInclude({ message }: UttersonError, folder: string): string | undefined {
  const [, include, places = ''] = /included file '([^']+)' in ([^\n]+?)\.(?: in |$)/i.exec(message) ?? [];
  const paths = places.split(' or ').flatMap((place) => pathsIn(resolve(folder, place)));
  const nearest = include === undefined ? undefined : nearestWord(include, paths);
  return nearest === undefined ? undefined : `Did you mean '${nearest}'?`;
}

/** A hint for a link to a post that exists and is not published. */
function hiddenPost({ code, message }: UttersonError, folder: string): string | undefined {
  const name = code === 'PostURLError' ? /Could not find post "([^"]+)"/.exec(message)?.[1] : undefined;
  const posts = name === undefined ? [] : pathsIn(join(folder, '_posts'));
  const hidden = posts.find((path) => path.replace(/\.[^./]+$/, '') === name);
  if (hidden === undefined) return undefined;
  return `_posts/${hidden} is not published: it is dated in the future (show it with --future), or its front matter says published: false (--unpublished).`;
}

/** A hint for a link to a document whose name is misspelt, in the folder that the link names. */
function nearestDocument({ message }: UttersonError, folder: string): string | undefined {
  const post = /Could not find post "([^"]+)"/.exec(message)?.[1];
  const path = post === undefined ? /Could not find document '([^']+)' in tag 'link'/.exec(message)?.[1] : post;
  if (path === undefined) return undefined;
  const { dir, base } = parse(path.replace(/^\//, ''));
  const names = namesIn(join(folder, post === undefined ? '' : '_posts', dir));
  const nearest = nearestWord(base, post === undefined ? names : names.map((name) => parse(name).name));
  return nearest === undefined ? undefined : `Did you mean '${dir === '' ? '' : `${dir}/`}${nearest}'?`;
}

const MARKDOWN = /\.(?:markdown|mkdown|mkdn|mkd|md)$/i;

/** Jekyll runs Liquid before Markdown, so that Liquid in a code block, meant as an example, is run as well. */
function hintForCode({ code }: UttersonError, { file, line, source }: SourceLocation): string | undefined {
  if (!/^(?:Liquid|MissingInclude|PostURL)/.test(code) || line === undefined || source === undefined) return undefined;
  if (file === undefined || !MARKDOWN.test(file) || !isInCodeBlock(source, line)) return undefined;
  return 'Liquid runs in code blocks, too. To show it as written, put {% raw %} above the block and {% endraw %} below it.';
}

/** Hints that follow from the message. */
function hintForMessage({ code, message }: UttersonError, folder: string): string | undefined {
  const open = /'(\w+)' tag was never closed/.exec(message)?.[1];
  if (open !== undefined) return `Close it with {% end${open} %}.`;
  const end = /Unknown tag 'end(\w+)'/.exec(message)?.[1];
  if (end !== undefined) return `There is no open {% ${end} %} here for it to close.`;
  const unknown = /Unknown tag '(\w+)'/.exec(message)?.[1];
  if (unknown !== undefined) return hintForTag(unknown, noteOnPlugins(folder));
  if (/was not properly terminated/.test(message))
    return 'A tag ends with %} and an output with }}, on the same line or a later one.';
  if (code === 'LiquidStackLevelError') return 'Does a file include itself, directly or through another one?';
  if (code === 'LiquidMemoryError')
    return 'Do loops here run too often? A filter that does not exist, such as one of a Ruby plugin, returns its input.';
  if (code === 'InvalidDate' && /in the YAML front matter|in _config\.yml\.$/.test(message))
    return 'Write a date as 2024-12-31, or with a time: 2024-12-31 18:30:00 +0100.';
  if (/: invalid UTF-8/.test(message)) return 'Save the file as UTF-8.';
  return undefined;
}

/** Why a plugin that the configuration names may not be used, or an empty text. */
function noteOnPlugins(folder: string): string {
  if (findTopLevelKey(folder, '_config.yml', 'gems') !== undefined)
    return ' What is named under gems: counts no more since Jekyll 4.';
  const safe = findTopLevelKey(folder, '_config.yml', 'safe');
  const isSafe = safe !== undefined && /:\s*true\b/.test(safe.source.split('\n')[safe.line - 1] ?? '');
  return isSafe ? ' With safe: true only plugins that whitelist: names too are used.' : '';
}

/** The paths of everything below a folder, with slashes. */
function pathsIn(folder: string): readonly string[] {
  return namesIn(folder, { recursive: true }).map((path) => withSlashes(path));
}

/** The paths of files, relative to the folder; none if it cannot be read. */
function namesIn(folder: string, options: { readonly recursive?: boolean } = {}): readonly string[] {
  try {
    const entries = readdirSync(folder, { ...options, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  } catch {
    return [];
  }
}
