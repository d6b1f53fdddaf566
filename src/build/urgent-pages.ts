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

/**
 * The items that may be rendered before their turn and come out as in their turn, as far as the record of the build before tells: no
 * output that comes earlier shows their text, and they show nobody's.
 *
 * @param readBefore what an item read in the build before, undefined where that is not known
 */
export function findUrgent(
  site: Site,
  first: readonly string[],
  names: InputNames,
  readBefore: (item: Item) => ReadSet | undefined,
): ReadonlySet<Item> {
  const wanted = new Set(first.map((name) => `${site.destination}/${name}`));
  const found = new Set<Item>();
  const earlier: ReadSet[] = [];
  for (const item of renderOrder(site)) {
    const read = readBefore(item);
    if (read === undefined) continue;
    const isFree = wanted.has(item.destination) && dependsOnTurn(item, read, names) === undefined;
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

/** Whether an output shows another item's text, which is another one before and after that item's turn. */
export function showsText(read: ReadSet, item: Item, names: InputNames): boolean {
  return ['content', 'output', 'unrendered'].some((kind) => read.includes(names.id(`${kind}:${itemName(item)}`)));
}
