import type { InputNames, ReadSet } from '../../regenerator/reads.ts';
import type { Item } from '../../site/item.ts';
import { itemName } from '../../site/item-name.ts';
import { LEFTOVER, ORDER, UNTRACKED } from '../../site/read-notes.ts';
import type { Site } from '../../site/site.ts';
import { renderOrder } from './input-versions.ts';

/** Pages that somebody is waiting for: they are rendered and written before all others. */
export interface Urgency {
  /** Their output files, relative to the destination. */
  readonly first: readonly string[];
  /** Called once they are written. The rest of the build waits for it. */
  readonly onWritten: (names: readonly string[]) => Promise<void>;
}

/** What the previous build recorded about items. */
interface BuildBefore {
  readonly names: InputNames;
  /** What the item read, or undefined if that is not known. */
  readBy(item: Item): ReadSet | undefined;
  /** Whether converting the item made other pages, such as source maps. */
  hasMadePages(item: Item): boolean;
}

/**
 * The items among the wanted ones that come out the same if they are rendered before their turn. According to the record
 * of the previous build no earlier output shows their text, they show no other item's text, and they do not list pages
 * that are only made before their turn.
 *
 * @param first their output files, relative to the destination
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

/** Inputs that are the text of an item, before or after its turn. */
const TEXT_INPUT = /^(?:content|output|unrendered):/;

/** The first input that an item read whose value may be different before the item's turn; undefined if there is none. */
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

/** Whether an output shows an item's text, which changes when that item is rendered. */
export function showsText(read: ReadSet, item: Item, names: InputNames): boolean {
  return ['content', 'output', 'unrendered'].some((kind) => read.includes(names.id(`${kind}:${itemName(item)}`)));
}
