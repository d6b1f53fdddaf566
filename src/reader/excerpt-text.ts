import type { Document } from '../site/document.ts';
import { Excerpt } from '../site/excerpt.ts';
import type { Page } from '../site/page.ts';
import { inspect } from '../util/inspect.ts';
import { ownCopy } from '../util/own-copy.ts';

const LIQUID_TAG = /\{%-?\s*(\w+)\s*.*?-?%\}/gs;
const DEFINITION_MARK = ']:';
const LINK_DEFINITION = /^ {0,3}(\[[^\]\n]+\])(:.+)$/gm;

/** Cuts the excerpt off the beginning of an item's text. Only open Liquid blocks need to be looked at right away. */
export function cutExcerpt(item: Document | Page): Excerpt {
  return new Excerpt(item, excerptText(item, item.content ?? ''));
}

/** The excerpt of an item with this text, or what cuts it out. */
function excerptText(item: Document | Page, text: string): string | (() => string) {
  const end = text.indexOf(item.excerptSeparator);
  const tailStart = end + item.excerptSeparator.length;
  if (end === -1 || tailStart === text.length) return end === -1 ? text : text.slice(0, end);
  const head = text.slice(0, end);
  const closed = head.includes('{%') ? closeLiquidBlocks(head, item) : head;
  if (!text.includes(DEFINITION_MARK, tailStart)) return ownCopy(closed);
  return () => ownCopy(withLinkDefinitions(closed, text.slice(tailStart)));
}

/**
 * An excerpt that was cut in an earlier build, of a document that is not read.
 *
 * @param readText reads the document's text, should somebody want more than the output
 */
export function recallExcerpt(item: Document, settledOutput: string | null, readText: () => string): Excerpt {
  const cut = (): string => {
    const content = excerptText(item, readText());
    return typeof content === 'string' ? content : content();
  };
  return new Excerpt(item, cut, settledOutput);
}

/** Ends the Liquid blocks that the cut left open, and says so. */
function closeLiquidBlocks(head: string, item: Document | Page): string {
  let closed = head;
  const tags = [...head.matchAll(LIQUID_TAG)].map((match) => match[1] ?? '').reverse();
  for (const tag of tags) {
    if (!item.site.services.isBlockTag(tag) || new RegExp(`\\{%-?\\s*end${tag}.*?\\s*-?%\\}`, 's').test(closed))
      continue;
    closed += `\n{% end${tag} %}`;
  }
  if (closed !== head) warnOfChange(item);
  return closed;
}

function warnOfChange(item: Document | Page): void {
  const { log } = item.site;
  log.warn('Warning:', `Excerpt modified in ${item.relativePath}!`);
  log.warn('', `Found a Liquid block containing the excerpt separator ${inspect(item.excerptSeparator)}.`);
  log.warn('', 'The block has been modified with the appropriate closing tag.');
  log.warn('', 'Feel free to define a custom excerpt or excerpt_separator in the');
  log.warn('', "document's Front Matter if the generated excerpt is unsatisfactory.");
}

/** Markdown's link definitions behind the cut are taken along where the head uses them. */
function withLinkDefinitions(head: string, tail: string): string {
  const definitions = [...tail.matchAll(LINK_DEFINITION)]
    .filter(([, label = '']) => head.includes(label))
    .map(([, label = '', target = '']) => label + target);
  return definitions.length === 0 ? head : `${head}\n\n${definitions.join('\n')}`;
}
