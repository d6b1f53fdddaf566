import type { Element, ElementKind, ElementOptions } from '../element.ts';

/** Turns an HTML element into one of kramdown's own kinds. */
export function becomeNative(element: Element, kind: ElementKind, options: ElementOptions = {}): void {
  element.kind = kind;
  element.options = options;
  // kramdown forgets the element's line, which warnings about its text then lack, and the attribute list before it.
  element.line = 1;
  element.ial = undefined;
  element.value = '';
}

/** The text of an element and its descendants, without tags. */
export function textIn(element: Element): string {
  const own = element.kind === 'text' ? element.value : '';
  return own + element.children.map(textIn).join('');
}
