import { escapeCgi } from '../../plugin/plugin.ts';
import type { Heading } from './headings.ts';
import type { TocSettings } from './settings.ts';

/** Writes the table of contents as nested lists. */
export function writeTable(headings: readonly Heading[], settings: TocSettings): string {
  const { listTag, listId, listClass } = settings;
  return `<${listTag} id="${listId}" class="${listClass}">\n${writeItems(headings, settings)}</${listTag}>`;
}

/**
 * Writes the items of one list. Headings below the top level belong to the item before them; if there is none, they become items
 * of the list themselves.
 */
function writeItems(headings: readonly Heading[], settings: TocSettings): string {
  const top = Math.min(...headings.map(({ level }) => level));
  let items = '';
  for (let index = 0; index < headings.length; ) {
    const heading = headings[index];
    const start = heading?.level === top ? index + 1 : index;
    const next = headings.findIndex(({ level }, at) => at >= start && level === top);
    const end = next === -1 ? headings.length : next;
    const inner = headings.slice(start, end);
    items += heading?.level === top ? writeItem(heading, inner, settings) : writeItems(inner, settings);
    index = end;
  }
  return items;
}

function writeItem({ element, id, text }: Heading, inner: readonly Heading[], settings: TocSettings): string {
  const { listTag, sublistClass, itemClass, itemPrefix } = settings;
  const label = escapeCgi(text);
  const link = `<li class="${itemClass} ${itemPrefix}${element.name}"><a href="#${id}">${label}</a>`;
  if (inner.length === 0) return `${link}</li>\n`;
  const classes = sublistClass === '' ? '' : ` class="${sublistClass}"`;
  return `${link}\n<${listTag}${classes}>\n${writeItems(inner, settings)}</${listTag}>\n</li>\n`;
}
