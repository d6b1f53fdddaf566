import { removeWhenLoaded } from './swap.ts';

/** Updates the head: removes what only the old source has and adds what only the new one has. */
export function patchHead(live: HTMLHeadElement, old: HTMLHeadElement, next: HTMLHeadElement): void {
  const added = without(next, old);
  const removed = without(old, next);
  const styles = added.filter(isStyle);
  for (const element of removed) {
    const shown = [...live.children].find((child) => child.outerHTML === element.outerHTML);
    // Removed only when the new sheet has loaded, or the page would be unstyled in between.
    if (shown !== undefined && isStyle(shown) && styles[0] instanceof HTMLLinkElement)
      removeWhenLoaded(shown, styles[0]);
    else if (shown !== undefined) shown.remove();
    else if (element instanceof HTMLTitleElement) live.querySelector('title')?.remove();
  }
  live.append(...added);
}

function without(head: HTMLHeadElement, other: HTMLHeadElement): Element[] {
  const known = new Set([...other.children].map((element) => element.outerHTML));
  return [...head.children]
    .filter((element) => !known.has(element.outerHTML) && !element.matches('script[data-utterson]'))
    .map((element) => document.importNode(element, true));
}

function isStyle(element: Element): boolean {
  return element instanceof HTMLLinkElement && element.relList.contains('stylesheet');
}
