import { percentEncode } from '../../plugin/plugin.ts';
import { type HtmlElement, type HtmlNode, textOf } from '../shared/html/node.ts';
import type { TocSettings } from './settings.ts';

/** A heading in the table of contents. */
export interface Heading {
  readonly element: HtmlElement;
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

const UNLISTED_CLASS = 'no_toc';

/** The headings of a text, in order. */
export function findHeadings(nodes: readonly HtmlNode[], settings: TocSettings): Heading[] {
  const ids = new Map<string, number>();
  return collectHeadings(nodes, settings).map((element) => {
    const text = textOf(element.children);
    const own = element.attributes.get('id');
    return { element, text, level: Number(element.name.slice(1)), id: own ?? makeId(text, ids) };
  });
}

function collectHeadings(nodes: readonly HtmlNode[], settings: TocSettings): HtmlElement[] {
  return nodes.flatMap((node): HtmlElement[] => {
    if (node.kind !== 'element') return [];
    const classes = (node.attributes.get('class') ?? '').split(/\s+/);
    const inside = classes.some((name) => settings.skippedSections.includes(name))
      ? []
      : collectHeadings(node.children, settings);
    const isListed = settings.levels.has(node.name) && !classes.includes(UNLISTED_CLASS);
    return isListed ? [node, ...inside] : inside;
  });
}

/** Makes an id from a heading's words, with a number unless it is the first with these words. */
function makeId(text: string, ids: Map<string, number>): string {
  const words = text.toLowerCase().replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- ]/gu, '');
  const id = encodeURIComponent(words.replaceAll(' ', '-')).replace(/[!'()]/g, percentEncode);
  const count = ids.get(id) ?? 0;
  ids.set(id, count + 1);
  return count === 0 ? id : `${id}-${count}`;
}
