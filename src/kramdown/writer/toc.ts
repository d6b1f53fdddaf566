import { Element } from '../element.ts';

/** A heading for the table of contents. */
export interface TocEntry {
  readonly level: number;
  readonly id: string;
  readonly children: readonly Element[];
}

/** The spans of a heading without its footnotes and links. */
function copySpans(elements: readonly Element[]): Element[] {
  return elements
    .filter(({ kind }) => kind !== 'footnote')
    .flatMap((element) => {
      const children = copySpans(element.children);
      if (element.kind === 'a') return children;
      const copy = element.clone();
      copy.children = children;
      return [copy];
    });
}

function makeItem({ level, id, children }: TocEntry, list: Element): Element {
  const item = new Element('li', '', undefined, { level });
  const paragraph = new Element('p', '', undefined, { transparent: true });
  const link = new Element('a');
  link.attributes.set('href', `#${id}`);
  link.attributes.set('id', `${list.attributes.get('id')}-${id}`);
  link.children = copySpans(children);
  paragraph.append(link);
  item.append(paragraph, new Element(list.kind));
  return item;
}

function levelOf(item: Element | undefined): number {
  return item?.options.level ?? 0;
}

/** Removes an item's nested list if it stayed empty. */
function closeItem(item: Element | undefined): void {
  if (item?.children[item.children.length - 1]?.children.length === 0) item.children.pop();
}

/** The table of contents: nested lists, of the kind and with the attributes of the list that it replaces. */
export function makeToc(entries: readonly TocEntry[], { kind, attributes }: Element): Element {
  const list = new Element(kind, '', undefined, undefined, new Map(attributes));
  if (!list.attributes.has('id')) list.attributes.set('id', 'markdown-toc');
  const open: Element[] = [];
  for (const entry of entries) {
    const item = makeItem(entry, list);
    while (open.length > 0 && levelOf(open[open.length - 1]) >= entry.level) closeItem(open.pop());
    const parent = open[open.length - 1];
    (parent?.children[parent.children.length - 1] ?? list).append(item);
    open.push(item);
  }
  while (open.length > 0) closeItem(open.pop());
  return list;
}
