import type { Element, ElementKind, ElementOptions } from '../element.ts';

/** Makes an element one of kramdown's own. */
export function becomeNative(element: Element, kind: ElementKind, options: ElementOptions = {}): void {
  element.kind = kind;
  element.options = options;
  // kramdown forgets where the element came from, which shows in warnings about its text, and the attribute list before it.
  element.line = 1;
  element.ial = undefined;
  element.value = '';
}

/** The text in an element, without tags. */
export function textIn(element: Element): string {
  const own = element.kind === 'text' ? element.value : '';
  return own + element.children.map(textIn).join('');
}
