import { type Child, matchChildren } from './match-children.ts';
import { patchHead } from './patch-head.ts';

/**
 * Updates the shown document from an old source to a new one, touching only what differs between the two, so that changes by
 * scripts and by the reader elsewhere are kept. Returns false if that is impossible and the page has to be reloaded: if executed
 * scripts differ, or if scripts have rearranged the very place that changed so that it can no longer be matched.
 *
 * Libraries that morph the shown document into the new one compare two versions where there are three: they take what scripts
 * added for something that the author removed, and have to guess which paragraph is which.
 */
export function patchDocument(live: Document, old: Document, next: Document): boolean {
  if (executableScripts(old) !== executableScripts(next)) return false;
  patchAttributes(live.documentElement, old.documentElement, next.documentElement);
  patchHead(live.head, old.head, next.head);
  return patchElement(live.body, old.body, next.body);
}

/** The source of the scripts that ran when the page loaded. Data in scripts (JSON-LD) is markup like any other. */
function executableScripts(page: Document): string {
  const executable = /^(?:|module|importmap|(?:text|application)\/(?:java|ecma)script)$/i;
  return [...page.querySelectorAll('script:not([data-utterson])')]
    .filter((script) => executable.test(script.getAttribute('type') ?? ''))
    .map((script) => script.outerHTML)
    .join('\n');
}

function patchNode(live: Node, old: Node, next: Node): boolean {
  if (live instanceof Element && old instanceof Element && next instanceof Element)
    return patchElement(live, old, next);
  if (old.nodeValue === next.nodeValue) return true;
  if (live.nodeValue !== old.nodeValue) return false;
  live.nodeValue = next.nodeValue;
  return true;
}

function patchElement(live: Element, old: Element, next: Element): boolean {
  if (old.isEqualNode(next)) return true;
  patchAttributes(live, old, next);
  const oldChildren = withoutClient(old);
  const nextChildren = withoutClient(next);
  const steps = matchChildren(oldChildren.map(describeChild), nextChildren.map(describeChild));
  const comesOrGoes = steps.some((step) => step.old === undefined || step.next === undefined);
  const liveChildren =
    findChildren(live, oldChildren, isRecognized) ??
    (comesOrGoes ? undefined : findChildren(live, oldChildren, isAlike));
  if (liveChildren === undefined) return false;
  let place: Node | null = live.firstChild;
  for (const step of steps) {
    const shown = step.old === undefined ? undefined : liveChildren[step.old];
    const before = step.old === undefined ? undefined : oldChildren[step.old];
    const after = step.next === undefined ? undefined : nextChildren[step.next];
    if (shown !== undefined) place = shown.nextSibling;
    if (shown !== undefined && before !== undefined && after !== undefined) {
      if (!patchNode(shown, before, after)) return false;
    } else if (after !== undefined) live.insertBefore(document.importNode(after, true), place);
    else if (shown !== undefined) live.removeChild(shown);
  }
  return true;
}

/** Our own script, whose attributes change with every build, is not part of the page. */
function withoutClient(element: Element): readonly Node[] {
  return [...element.childNodes].filter(
    (child) => !(child instanceof Element && child.matches('script[data-utterson]')),
  );
}

function describeChild(node: Node): Child {
  const text = node instanceof Element ? node.outerHTML : `${node.nodeName}${node.nodeValue}`;
  return { text, kind: node instanceof Element ? `${node.nodeName}#${node.id}` : node.nodeName };
}

/** Only attributes that differ between the sources are changed; others may have been set by scripts. */
function patchAttributes(live: Element, old: Element, next: Element): void {
  for (const name of new Set([...old.getAttributeNames(), ...next.getAttributeNames()])) {
    const value = next.getAttribute(name);
    if (value === old.getAttribute(name)) continue;
    if (value === null) live.removeAttribute(name);
    else live.setAttribute(name, value);
  }
}

/** The shown nodes that correspond to those of the source, in order, skipping what scripts added in between. */
function findChildren(
  live: Element,
  sources: readonly Node[],
  isMatch: (shown: Node, source: Node) => boolean,
): readonly Node[] | undefined {
  const candidates = withoutClient(live);
  const found: Node[] = [];
  let at = 0;
  for (const source of sources) {
    let match = candidates[at++];
    while (match !== undefined && !isMatch(match, source)) match = candidates[at++];
    if (match === undefined) return undefined;
    found.push(match);
  }
  return found;
}

function isAlike(shown: Node, source: Node): boolean {
  if (shown.nodeName !== source.nodeName) return false;
  return !(shown instanceof Element && source instanceof Element) || shown.id === source.id;
}

/** Alike and certainly the same: by its id, or because it contains the text, whatever a script has added to it (a button, an anchor). */
function isRecognized(shown: Node, source: Node): boolean {
  if (!isAlike(shown, source)) return false;
  if (!(source instanceof Element)) return shown.nodeValue === source.nodeValue;
  return source.id !== '' || (shown.textContent ?? '').includes(source.textContent ?? '');
}
