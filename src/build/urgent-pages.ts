import type { InputNames, ReadSet } from '../regenerator/reads.ts';
import { UNTRACKED } from '../regenerator/reads.ts';
import type { Document } from '../site/document.ts';
import { itemName } from '../site/item-name.ts';
import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import { renderOrder } from './input-versions.ts';
import { LEFTOVER, ORDER } from './regeneration.ts';

type Item = Page | Document;

/** Pages that somebody waits for: they are rendered and written before all others. */
export interface Urgency {
  /** Where they are written, relative to the destination. */
  readonly first: readonly string[];
  /** Called when they are written; the rest of the build waits for it. */
  readonly onWritten: (names: readonly string[]) => Promise<void>;
}

/** What the build before tells of an item. */
export interface BuildBefore {
  readonly names: InputNames;
  /** What the item read, undefined where that is not known. */
  readBy(item: Item): ReadSet | undefined;
  /** Whether its converter made pages besides: source maps. */
  hasMadePages(item: Item): boolean;
}

/**
 * The items that may be rendered before their turn and come out as in their turn, as far as the record of the build before tells: no
 * output that comes earlier shows their text, they show nobody's, and list no pages that are made until then.
 */
export function findUrgent(site: Site, first: readonly string[], before: BuildBefore): ReadonlySet<Item> {
  const { names } = before;
  const wanted = new Set(first.map((name) => `${site.destination}/${name}`));
  const found = new Set<Item>();
  const earlier: ReadSet[] = [];
  let hasMadePages = false;
  for (const item of renderOrder(site)) {
    const read = before.readBy(item);
    if (read === undefined) continue;
    hasMadePages ||= before.hasMadePages(item);
    const seesMadePages = hasMadePages && listsPages(read, names);
    const isWanted = item.isWritten && wanted.has(item.destination);
    const isFree = isWanted && !seesMadePages && dependsOnTurn(item, read, names) === undefined;
    if (isFree && !earlier.some((other) => showsText(other, item, names))) found.add(item);
    earlier.push(read);
  }
  return found;
}

/** Names of inputs that are another item's text, before or after its turn. */
const TEXT_INPUT = /^(?:content|output|unrendered):/;

/** The input, of those an item read, that may come out otherwise when the item is rendered before its turn. */
export function dependsOnTurn(item: Item, read: ReadSet, names: InputNames): string | undefined {
  const own = itemName(item);
  for (const id of read) {
    const name = names.name(id);
    if (name === ORDER || name === LEFTOVER || name === UNTRACKED) return name;
    const kind = TEXT_INPUT.exec(name)?.[0];
    if (kind !== undefined && name.slice(kind.length) !== own) return name;
  }
  return undefined;
}

/** Whether an output lists the site's pages. */
export function listsPages(read: ReadSet, names: InputNames): boolean {
  return read.includes(names.id('pages'));
}

/** Whether an output shows another item's text, which is another one before and after that item's turn. */
export function showsText(read: ReadSet, item: Item, names: InputNames): boolean {
  return ['content', 'output', 'unrendered'].some((kind) => read.includes(names.id(`${kind}:${itemName(item)}`)));
}
