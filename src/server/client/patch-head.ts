import { copyNode } from './copy-node.ts';
import { type Child, matchChildren } from './match-children.ts';
import { isLeaving, isVersionOf, replaceWhenLoaded } from './swap.ts';

/**
 * Updates the head: what only the old source has goes, what only the new one has comes to its place in it, because of two style
 * sheets the later one wins. Returns false if something has to go that scripts have changed beyond recognition.
 */
export function patchHead(live: HTMLHeadElement, old: HTMLHeadElement, next: HTMLHeadElement): boolean {
  const before = childrenOf(old);
  const after = childrenOf(next);
  const steps = matchChildren(before.map(describe), after.map(describe));
  const shown = findShown(live, before);
  const copies = after.map(copyNode);
  const sheet = steps.map((step) => (step.old === undefined ? copies[step.next ?? -1] : undefined)).find(isSheet);
  let place: Node | null = live.firstChild;
  for (const step of steps) {
    const element = step.old === undefined ? undefined : shown[step.old];
    const added = step.next === undefined ? undefined : copies[step.next];
    if (step.old === undefined) {
      if (added !== undefined) live.insertBefore(added, place);
      continue;
    }
    if (element !== undefined) place = element.nextSibling;
    if (added !== undefined) continue;
    if (element === undefined) return false;
    // Removed only when the new sheet has loaded, or the page would be unstyled in between.
    if (sheet !== undefined && isSheet(element)) replaceWhenLoaded(element, sheet);
    else element.remove();
  }
  return true;
}

function childrenOf(head: HTMLHeadElement): Element[] {
  return [...head.children].filter((element) => !element.matches('script[data-utterson]'));
}

/** Elements are either the same or different: none is changed into another. */
function describe({ outerHTML }: Element): Child {
  return { text: outerHTML, kind: outerHTML };
}

/** The shown elements that correspond to those of the source, wherever scripts have moved them. The title may have another text. */
function findShown(live: HTMLHeadElement, sources: readonly Element[]): readonly (Element | undefined)[] {
  const candidates = new Set([...live.children].filter((element) => !isLeaving(element)));
  return sources.map((source) => {
    const isTitle = source instanceof HTMLTitleElement;
    const found = [...candidates].find((shown) =>
      isTitle ? shown instanceof HTMLTitleElement : isVersionOf(shown, source),
    );
    if (found !== undefined) candidates.delete(found);
    return found;
  });
}

function isSheet(element: Element | undefined): element is HTMLLinkElement {
  return element instanceof HTMLLinkElement && element.relList.contains('stylesheet');
}
