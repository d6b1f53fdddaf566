import { Idiomorph } from 'idiomorph';
import { patchHead } from './patch-head.ts';

/**
 * Brings the shown document from an old source to a new one, touching only what differs between the two: what scripts and the reader
 * did elsewhere stays as it is. False where that cannot be done rightly and the page has to start anew: executed scripts
 * differ, or scripts rearranged the very place that changed.
 */
export function patchDocument(live: Document, old: Document, next: Document): boolean {
  if (executableScripts(old) !== executableScripts(next)) return false;
  patchAttributes(live.documentElement, old.documentElement, next.documentElement);
  patchHead(live.head, old.head, next.head);
  return patchElement(live.body, old.body, next.body);
}

/** Scripts that ran as the page loaded, as text; data in scripts (JSON-LD) is markup like any other. */
function executableScripts(page: Document): string {
  const scripts = [...page.querySelectorAll('script:not([data-utterson])')];
  const executable = scripts.filter((script) =>
    /^(?:|module|importmap|(?:text|application)\/(?:java|ecma)script)$/i.test(script.getAttribute('type') ?? ''),
  );
  return executable.map((script) => script.outerHTML).join('\n');
}

function patchElement(live: Element, old: Element, next: Element): boolean {
  if (old.isEqualNode(next)) return true;
  patchAttributes(live, old, next);
  const children = [...next.childNodes];
  const oldChildren = [...old.childNodes];
  const liveChildren = findChildren(live, oldChildren);
  const isInStep =
    children.length === oldChildren.length && children.every((child, index) => isAlike(child, oldChildren[index]));
  if (liveChildren !== undefined && isInStep) {
    return children.every((child, index) => patchNode(liveChildren[index], oldChildren[index], child));
  }
  return hasSameShape(live, old) && morphChildren(live, next);
}

function patchNode(live: Node | undefined, old: Node | undefined, next: Node): boolean {
  if (live === undefined || old === undefined) return false;
  if (live instanceof Element && old instanceof Element && next instanceof Element)
    return patchElement(live, old, next);
  if (old.nodeValue === next.nodeValue) return true;
  if (live.nodeValue !== old.nodeValue) return false;
  live.nodeValue = next.nodeValue;
  return true;
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
function findChildren(live: Element, sources: readonly Node[]): readonly Node[] | undefined {
  const candidates = [...live.childNodes];
  const found: Node[] = [];
  let at = 0;
  for (const source of sources) {
    while (at < candidates.length && !isAlike(candidates[at], source)) at++;
    const match = candidates[at++];
    if (match === undefined) return undefined;
    found.push(match);
  }
  return found;
}

function isAlike(one: Node | undefined, other: Node | undefined): boolean {
  if (one === undefined || other === undefined || one.nodeName !== other.nodeName) return false;
  return !(one instanceof Element && other instanceof Element) || one.id === other.id;
}

/** Whether scripts left the nodes below an element as the source has them, whatever the attributes. */
function hasSameShape(live: Node, old: Node): boolean {
  if (live.nodeName !== old.nodeName || live.childNodes.length !== old.childNodes.length) return false;
  if (!(live instanceof Element) && live.nodeValue !== old.nodeValue) return false;
  return [...live.childNodes].every((child, index) => {
    const other = old.childNodes[index];
    return other !== undefined && hasSameShape(child, other);
  });
}

function morphChildren(live: Element, next: Element): true {
  Idiomorph.morph(live, next.cloneNode(true), {
    morphStyle: 'innerHTML',
    callbacks: { beforeAttributeUpdated: (name, element) => !isReaders(name, element) },
  });
  return true;
}

/** What the reader set: an opened `<details>`, typed text, a ticked box. */
function isReaders(name: string, element: Element): boolean {
  if (element instanceof HTMLDetailsElement || element instanceof HTMLDialogElement) return name === 'open';
  if (element instanceof HTMLInputElement) {
    if (name === 'value') return element.value !== element.defaultValue;
    return name === 'checked' && element.checked !== element.defaultChecked;
  }
  if (element instanceof HTMLTextAreaElement) return name === 'value' && element.value !== element.defaultValue;
  return name === 'selected' && element instanceof HTMLOptionElement && element.selected !== element.defaultSelected;
}
