import type { Document } from '../site/document.ts';
import { Excerpt } from '../site/excerpt.ts';
import type { Item } from '../site/item.ts';
import { internalsOf } from '../site/site-internals.ts';
import { inspect } from '../util/values/inspect.ts';

/** The beginning of a tag. Its end is searched for apart: in one pattern, tags that never end would take quadratic time. */
const TAG_START = /\{%-?\s*(\w+)/g;
const DEFINITION_MARK = ']:';
const LINK_DEFINITION = /^ {0,3}(\[[^\]\n]+\])(:.+)$/gm;

/** Cuts the excerpt from the beginning of an item's text. Only unclosed Liquid blocks, which cause a warning, are dealt with right away. */
export function cutExcerpt(item: Item): Excerpt {
  return new Excerpt(item, excerptText(item, item.content ?? ''));
}

/** The excerpt of an item with this text, or a function that returns it. */
function excerptText(item: Item, text: string): string | (() => string) {
  const end = text.indexOf(item.excerptSeparator);
  const tailStart = end + item.excerptSeparator.length;
  if (end === -1 || tailStart === text.length) return end === -1 ? text : text.slice(0, end);
  const head = text.slice(0, end);
  const closed = head.includes('{%') ? closeLiquidBlocks(head, item) : head;
  if (!text.includes(DEFINITION_MARK, tailStart)) return ownCopy(closed);
  return () => ownCopy(withLinkDefinitions(closed, text.slice(tailStart)));
}

/**
 * Recreates the excerpt of a document whose file has not been read in this build.
 *
 * @param settledOutput the excerpt's output in an earlier build, if that is still valid
 * @param readText reads the document's text, in case more than the output is needed
 */
export function recallExcerpt(item: Document, settledOutput: string | null, readText: () => string): Excerpt {
  const cut = (): string => {
    const content = excerptText(item, readText());
    return typeof content === 'string' ? content : content();
  };
  return new Excerpt(item, cut, settledOutput);
}

/** Closes the Liquid blocks that the cut left open, the innermost first, and warns about it. */
function closeLiquidBlocks(head: string, item: Item): string {
  let closed = head;
  for (const tag of new Set(tagNames(head).reverse())) {
    if (internalsOf(item.site).services.isBlockTag(tag) && !hasEndTag(closed, tag)) closed += `\n{% end${tag} %}`;
  }
  if (closed !== head) warnOfChange(item);
  return closed;
}

/** The names of all complete tags. */
function tagNames(text: string): string[] {
  const names: string[] = [];
  for (const { 0: start, 1: name = '', index } of text.matchAll(TAG_START)) {
    if (!text.includes('%}', index + start.length)) break;
    names.push(name);
  }
  return names;
}

function hasEndTag(text: string, tag: string): boolean {
  const start = new RegExp(`\\{%-?\\s*end${tag}`).exec(text);
  return start !== null && text.includes('%}', start.index + start[0].length);
}

function warnOfChange(item: Item): void {
  const { log } = item.site;
  log.warn('Warning:', `Excerpt modified in ${item.relativePath}!`);
  log.warn('', `Found a Liquid block containing the excerpt separator ${inspect(item.excerptSeparator)}.`);
  log.warn('', 'The block has been modified with the appropriate closing tag.');
  log.warn('', 'Feel free to define a custom excerpt or excerpt_separator in the');
  log.warn('', "document's Front Matter if the generated excerpt is unsatisfactory.");
}

/** Appends the Markdown link definitions after the cut whose labels the head uses. */
function withLinkDefinitions(head: string, tail: string): string {
  const definitions = [...tail.matchAll(LINK_DEFINITION)]
    .filter(([, label = '']) => head.includes(label))
    .map(([, label = '', target = '']) => label + target);
  return definitions.length === 0 ? head : `${head}\n\n${definitions.join('\n')}`;
}

/**
 * The same string in memory of its own. V8 keeps a whole string alive for as long as a slice of it is, so that keeping
 * one line of each document would keep all documents.
 */
function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
