import { percentEncode } from '../../../plugin/plugin.ts';
import { BLOCK_ELEMENTS, VOID_ELEMENTS } from './elements.ts';
import type { HtmlElement, HtmlNode } from './node.ts';

const TEXT_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Attributes with a URL; `name` is one only on `a`. */
const ADDRESSES: ReadonlySet<string> = new Set(['action', 'href', 'src']);
/** Boolean attributes, which are written without their value. */
const BOOLEAN_ATTRIBUTES: ReadonlySet<string> = new Set([
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
/** The characters of a URL that are escaped. */
const ADDRESS_ESCAPED = /[^A-Za-z0-9\-_.!~*'()@/:=?;#%&,+<>]/gu;
const TEXT_ESCAPED = /[&<>]/g;
/** A comment in an attribute is written as it is. */
const ATTRIBUTE_ESCAPED = /<!--[\s\S]*?-->|[&<>]/g;
const LEADING_BLANKS = /^[ \t\r\n]+/;
/** A prefix that is the name of no namespace is lost: `<o:p>` is written as `<p>`. */
const PREFIX = /^[^:]*:(?=.)/;

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

function escapeText(text: string, escaped = TEXT_ESCAPED): string {
  return text.replace(escaped, (character) => TEXT_ESCAPES[character] ?? character);
}

function writeElement(element: HtmlElement): string {
  const { children } = element;
  const name = element.name.includes(':') ? element.name.replace(PREFIX, '') : element.name;
  const start = `<${name}${writeAttributes(element)}>`;
  // libxml2 leaves out the end tag of an empty list item.
  if (VOID_ELEMENTS.has(name) || (name === 'li' && children.length === 0)) return start;
  const hasBreaks = BLOCK_ELEMENTS.has(name) && name[0] !== 'p' && children.length > 1;
  const head = hasBreaks && isMarkup(children[0]) ? '\n' : '';
  const tail = hasBreaks && isMarkup(children.at(-1)) ? '\n' : '';
  return `${start}${head}${writeContent(element)}${tail}</${name}>`;
}

/**
 * Writes what is in an element, as Nokogiri's `inner_html` does: with a line break between a block and the markup after it,
 * but never inside `p`, `pre` and `param`.
 */
export function writeContent({ name, children }: HtmlElement): string {
  // Concatenation builds a rope that is flattened once at the end; joining an array would copy the text at each depth.
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
    if (value === null || BOOLEAN_ATTRIBUTES.has(key)) text += ` ${key}`;
    else if (ADDRESSES.has(key) || (key === 'name' && name === 'a')) text += ` ${key}=${quote(escapeAddress(value))}`;
    else text += ` ${key}=${quote(value)}`;
  }
  return text;
}

function escapeAddress(address: string): string {
  return address.replace(LEADING_BLANKS, '').replace(ADDRESS_ESCAPED, percentEncode);
}

/** Uses double quotes, unless the value contains double quotes and no single ones. */
function quote(value: string): string {
  const escaped = escapeText(value, ATTRIBUTE_ESCAPED);
  if (!escaped.includes('"')) return `"${escaped}"`;
  return escaped.includes("'") ? `"${escaped.replaceAll('"', '&quot;')}"` : `'${escaped}'`;
}
