import { type Child, matchChildren } from './match-children.ts';
import { patchHead } from './patch-head.ts';

/**
 * Brings the shown document from an old source to a new one, touching only what differs between the two: what scripts and the reader
 * did elsewhere stays as it is. False where that cannot be done rightly and the page has to start anew: executed scripts
 * differ, or scripts rearranged the very place that changed so that nobody can tell what was what.
 *
 * Morphing the shown document into the new one, as libraries do, knows two versions where there are three: it takes what scripts
 * added for something the author removed, and guesses which paragraph is which.
 */
export function patchDocument(live: Document, old: Document, next: Document): boolean {
  if (executableScripts(old) !== executableScripts(next)) return false;
  patchAttributes(live.documentElement, old.documentElement, next.documentElement);
  patchHead(live.head, old.head, next.head);
  return patchElement(live.body, old.body, next.body);
}

/** Scripts that ran as the page loaded, as text; data in scripts (JSON-LD) is markup like any other. */
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

/** The server's script changes with every build; it has run, and is not of the page. */
function withoutClient(element: Element): readonly Node[] {
  return [...element.childNodes].filter(
    (child) => !(child instanceof Element && child.matches('script[data-utterson]')),
  );
}

function describeChild(node: Node): Child {
  const text = node instanceof Element ? node.outerHTML : `${node.nodeName}${node.nodeValue}`;
  return { text, kind: node instanceof Element ? `${node.nodeName}#${node.id}` : node.nodeName };
}

/** An attribute that differs between the sources is the author's; any other belongs to whoever set it last. */
function patchAttributes(live: Element, old: Element, next: Element): void {
  for (const name of new Set([...old.getAttributeNames(), ...next.getAttributeNames()])) {
    const value = next.getAttribute(name);
    if (value === old.getAttribute(name)) continue;
    if (value === null) live.removeAttribute(name);
    else live.setAttribute(name, value);
  }
}

/** The shown nodes that stand for the source's, in order; what scripts added in between is passed over. */
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

/** Alike, and beyond doubt the one: by its id, or because its text is there, whatever a script put around it (a button, an anchor). */
function isRecognized(shown: Node, source: Node): boolean {
  if (!isAlike(shown, source)) return false;
  if (!(source instanceof Element)) return shown.nodeValue === source.nodeValue;
  return source.id !== '' || (shown.textContent ?? '').includes(source.textContent ?? '');
}
