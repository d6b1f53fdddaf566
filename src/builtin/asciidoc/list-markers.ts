import type { AsciidocText, OrderedList } from './package.ts';

/** The first markers by which a list says that it counts with letters or Roman numbers. */
const MARKER = /^(?:[aA]\.|[iI]\))$/;

/**
 * Lists that count with letters because their markers are letters have no attribute `type`. In Ruby the style that follows
 * from a marker is a symbol, for which the converter finds none; in JavaScript there are no symbols, so it would.
 */
export function omitMarkerTypes(text: AsciidocText): void {
  for (const list of text.findBy({ context: 'olist', traverse_documents: true })) {
    if (!hasOwnStyle(list) && MARKER.test(list.getItems()[0]?.marker ?? ''))
      list.$list_marker_keyword = () => undefined;
  }
}

/** Whether the line before the list names its style, as `[upperalpha]` does; `[.role]` and `[start=3]` do not. */
function hasOwnStyle(list: OrderedList): boolean {
  const [first] = list.getAttributes().$positional ?? [];
  return /^[a-z]/i.test(first ?? '');
}
