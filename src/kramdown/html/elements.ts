import type { ContentModel } from '../element.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);

const BLOCK_CONTENT = words(`
  address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header hgroup
  iframe li main map menu nav noscript object section summary td`);

const SPAN_CONTENT = words(`
  a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb rbc
  rp rt rtc ruby select small span strong sub sup th tt`);

const RAW_CONTENT = words('script style math option textarea pre code kbd samp var');

/** Span-level elements. `script` and `textarea` can be either, and are in neither list. */
export const SPAN_ELEMENTS: ReadonlySet<string> = new Set(
  words(`
    a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc
    ruby samp select small span strong sub sup time tt u var`),
);

/** Block-level elements. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  words(`
    address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form h1
    h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary
    table tbody td th thead tfoot tr ul`),
);

/** Elements that never have a body. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  words('area base br col command embed hr img input keygen link meta param source track wbr'),
);

const KNOWN_ELEMENTS: ReadonlySet<string> = new Set([
  ...SPAN_ELEMENTS,
  ...BLOCK_ELEMENTS,
  ...VOID_ELEMENTS,
  ...BLOCK_CONTENT,
  ...SPAN_CONTENT,
  ...RAW_CONTENT,
]);

const CONTENT_MODELS: ReadonlyMap<string, ContentModel> = new Map<string, ContentModel>([
  ...BLOCK_CONTENT.map((name): [string, ContentModel] => [name, 'block']),
  ...SPAN_CONTENT.map((name): [string, ContentModel] => [name, 'span']),
]);

/** How the body of an element is parsed by default; `raw` for unknown elements. */
export function contentModelOf(name: string): ContentModel {
  return CONTENT_MODELS.get(name) ?? 'raw';
}

/** Whether a name, given in lower case, is that of an HTML element; unknown names keep their case. */
export function isKnownElement(name: string): boolean {
  return KNOWN_ELEMENTS.has(name);
}
