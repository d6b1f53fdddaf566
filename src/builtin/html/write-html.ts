import { BLOCK_ELEMENTS, VOID_ELEMENTS } from './elements.ts';
import type { HtmlElement, HtmlNode } from './node.ts';

const TEXT_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Attributes that hold addresses; `name` does so on a link only. */
const ADDRESSES: ReadonlySet<string> = new Set(['action', 'href', 'src']);
/** Attributes whose value is not written, whatever it is. */
const SWITCHES: ReadonlySet<string> = new Set([
  'checked',
  'compact',
  'declare',
  'defer',
  'disabled',
  'ismap',
  'multiple',
  'nohref',
  'noresize',
  'noshade',
  'nowrap',
  'readonly',
  'selected',
]);
/** What may stand in an address as it is. */
const ADDRESS_ESCAPED = /[^A-Za-z0-9\-_.!~*'()@/:=?;#%&,+]/gu;

/**
 * Writes HTML as libxml2 does, with its line breaks around blocks.
 *
 * @example
 * writeHtml(parseHtml('<h2>a <code>b</code></h2>')) // '<h2>a <code>b</code>\n</h2>'
 */
export function writeHtml(nodes: readonly HtmlNode[]): string {
  let html = '';
  for (const node of nodes) html += writeNode(node);
  return html;
}

function writeNode(node: HtmlNode): string {
  if (node.kind === 'verbatim') return node.source;
  return node.kind === 'text' ? escapeText(node.text) : writeElement(node);
}

function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => TEXT_ESCAPES[character] ?? character);
}

function writeElement(element: HtmlElement): string {
  const { name, children } = element;
  const start = `<${name}${writeAttributes(element)}>`;
  // An empty list item is written without its end tag.
  if (VOID_ELEMENTS.has(name) || (name === 'li' && children.length === 0)) return start;
  const hasBreaks = BLOCK_ELEMENTS.has(name) && name[0] !== 'p' && children.length > 1;
  const head = hasBreaks && isMarkup(children[0]) ? '\n' : '';
  const tail = hasBreaks && isMarkup(children.at(-1)) ? '\n' : '';
  return `${start}${head}${writeChildren(element)}${tail}</${name}>`;
}

/** A block is followed by a line break where other markup follows it; never within `p`, `pre` and `param`. */
function writeChildren({ name, children }: HtmlElement): string {
  // Texts that are added to are put together once, in the end; a list that is joined makes a copy at each depth.
  let html = '';
  for (const [index, child] of children.entries()) {
    const isBlock = child.kind === 'element' && BLOCK_ELEMENTS.has(child.name) && name[0] !== 'p';
    html += writeNode(child);
    if (isBlock && isMarkup(children[index + 1])) html += '\n';
  }
  return html;
}

function isMarkup(node: HtmlNode | undefined): boolean {
  return node !== undefined && node.kind !== 'text';
}

function writeAttributes({ name, attributes }: HtmlElement): string {
  let text = '';
  for (const [key, value] of attributes) {
    if (value === null || SWITCHES.has(key)) text += ` ${key}`;
    else if (ADDRESSES.has(key) || (key === 'name' && name === 'a')) text += ` ${key}=${quote(escapeAddress(value))}`;
    else text += ` ${key}=${quote(value)}`;
  }
  return text;
}

function escapeAddress(address: string): string {
  return address
    .trim()
    .replace(ADDRESS_ESCAPED, (character) =>
      [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
    );
}

/** In double quotes, unless the value has some and no single ones. */
function quote(value: string): string {
  const escaped = escapeText(value);
  if (!escaped.includes('"')) return `"${escaped}"`;
  return escaped.includes("'") ? `"${escaped.replaceAll('"', '&quot;')}"` : `'${escaped}'`;
}
