import type { Element } from '../element.ts';

/** Turns HTML elements into those of kramdown where there are such. */
export function convertToNative(element: Element): void {
  void element;
}
