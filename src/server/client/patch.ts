import { copyNode } from './copy-node.ts';
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
  if (old.compatMode !== next.compatMode || readOnce(old) !== readOnce(next)) return false;
  patchAttributes(live.documentElement, old.documentElement, next.documentElement);
  if (!patchHead(live.head, old.head, next.head)) return false;
  return old.body.outerHTML === next.body.outerHTML || patchElement(live.body, old.body, next.body);
}

/**
 * The source of what a browser acts on once, while it loads the page: scripts, and what the head says about all the rest. Data in
 * scripts (JSON-LD) is markup like any other.
 */
function readOnce(page: Document): string {
  const executable = /^(?:|module|importmap|(?:text|application)\/(?:java|ecma)script)$/i;
  return [...page.querySelectorAll('script:not([data-utterson]), base, meta[http-equiv]')]
    .filter((element) => element.nodeName !== 'SCRIPT' || executable.test(element.getAttribute('type') ?? ''))
    .map((element) => element.outerHTML)
    .join('\n');
}

function patchNode(live: Node, old: Node, next: Node): boolean {
  if (live instanceof Element && old instanceof Element && next instanceof Element)
    return patchElement(live, old, next);
  if (live.nodeValue !== old.nodeValue) return false;
  live.nodeValue = next.nodeValue;
  return true;
}

/** Updates an element whose sources differ. */
function patchElement(live: Element, old: Element, next: Element): boolean {
  // Scripts have used what is in a template, or the browser has made a shadow root of it.
  if (old instanceof HTMLTemplateElement) return false;
  // A browser looks for the source of a film once.
  if (old instanceof HTMLMediaElement && old.innerHTML !== next.innerHTML) return false;
  patchAttributes(live, old, next);
  const oldChildren = childrenOf(old);
  const nextChildren = childrenOf(next);
  const steps = matchChildren(oldChildren, nextChildren);
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
      if (before.text !== after.text && !patchNode(shown, before.node, after.node)) return false;
    } else if (after !== undefined) live.insertBefore(copyNode(after.node), place);
    else if (shown !== undefined) live.removeChild(shown);
  }
  return true;
}

interface SourceChild extends Child {
  readonly node: Node;
}

function childrenOf(source: Element): readonly SourceChild[] {
  return withoutClient(source).map((node) => {
    const isElement = node instanceof Element;
    const text = isElement ? node.outerHTML : `${node.nodeName}${node.nodeValue}`;
    return { node, text, kind: isElement ? `${node.nodeName}#${node.id}` : node.nodeName };
  });
}

/** Our own script, whose attributes change with every build, is not part of the page. */
function withoutClient(element: Element): readonly Node[] {
  return [...element.childNodes].filter(
    (child) => !(child instanceof Element && child.matches('script[data-utterson]')),
  );
}

/** Only attributes that differ between the sources are changed; others may have been set by scripts. */
function patchAttributes(live: Element, old: Element, next: Element): void {
  for (const name of new Set([...old.getAttributeNames(), ...next.getAttributeNames()])) {
    const attribute = next.getAttributeNode(name);
    if (attribute?.value === old.getAttributeNode(name)?.value) continue;
    if (attribute === null) live.removeAttribute(name);
    // A copy keeps the namespace (`xlink:href`), and may have a name that only parsers accept (`@click`).
    else live.setAttributeNode(attribute.cloneNode() as Attr);
  }
}

/** The shown nodes that correspond to those of the source, in order, skipping what scripts added in between. */
function findChildren(
  live: Element,
  sources: readonly SourceChild[],
  isMatch: (shown: Node, source: Node) => boolean,
): readonly Node[] | undefined {
  const candidates = withoutClient(live);
  const found: Node[] = [];
  let at = 0;
  for (const { node } of sources) {
    let match = candidates[at++];
    while (match !== undefined && !isMatch(match, node)) match = candidates[at++];
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
