import {
  type Document,
  dig,
  Excerpt,
  type Hash,
  type Item,
  isTruthy,
  parseDate,
  parseYaml,
  toText,
} from '../../plugin/plugin.ts';
import type { Asciidoctor } from './asciidoctor.ts';
import type { ReadText } from './read-text.ts';

/** A letter or sign, and the empty line that ends a header after it. */
const HEADER_END = /(?<=[^\p{White_Space}\p{Cc}\p{Cs}\p{Cn}]\n\n)/u;
const HEADER_LINE = /^=[ \t]+.|^:!?\w[-\w]*!?:(?:[ \t]+.)?/m;

/**
 * Makes attributes of the header of an AsciiDoc text data of its item.
 *
 * @returns whether the item is published
 */
export function integrate(item: Item, asciidoctor: Asciidoctor): boolean {
  const { settings } = asciidoctor;
  const hadExcerpt = item.kind === 'document' && item.data.get('excerpt') instanceof Excerpt;
  const header = headerOf(item, asciidoctor, hadExcerpt);
  if (hadExcerpt) item.data.set('excerpt', null);
  const text = asciidoctor.loadHeader(item, header, layoutAttribute(item, asciidoctor));
  const { data } = item;
  addFacts(item, text);
  const attributes = pageAttributes(text, settings.prefix);
  for (const [name, value] of settings.structures) {
    if (name.startsWith(settings.prefix)) attributes.set(name.slice(settings.prefix.length), value);
  }
  for (const [key, value] of attributes) data.set(key, value);
  addSingle(item, 'category', 'categories');
  addSingle(item, 'tag', 'tags');
  if (item.kind === 'document') addExcerpt(item, { text, isInHeader: attributes.has('excerpt'), asciidoctor });
  chooseLayout(item);
  // Templates run in an AsciiDoc text only if it asks for them.
  if (!isTruthy(data.get('liquid'))) data.set('render_with_liquid', false);
  return isTruthy(data.has('published') ? data.get('published') : true);
}

/** The header of a text and, where an excerpt is wanted, what follows until the separator. */
function headerOf(item: Item, { settings }: Asciidoctor, wantsExcerpt: boolean): string {
  const content = item.content ?? '';
  const found = content.search(HEADER_END);
  const header = found === -1 ? content : content.slice(0, found);
  const isHeader = HEADER_LINE.test(header);
  const separators = [
    item.data.get('excerpt_separator'),
    settings.excerptSeparator,
    item.site.config.get('excerpt_separator'),
  ];
  const separator = toText(separators.find(isTruthy));
  if (!wantsExcerpt || separator === '') return isHeader ? header : '';
  const end = content.indexOf(separator, isHeader ? Math.max(found, 0) : 0);
  return end === -1 ? content : content.slice(0, end);
}

function addFacts(item: Item, text: ReadText): void {
  const { data, site } = item;
  data.set('asciidoc', true);
  if (text.id !== undefined) data.set('docid', text.id);
  if (text.hasHeader) data.set('title', text.title);
  const author = text.attribute('author');
  if (author !== undefined) data.set('author', author);
  const revised = text.attribute('revdate');
  if (item.kind !== 'document' || revised === undefined) return;
  const reason = `Document '${item.relativePath}' does not have a valid revdate in the AsciiDoc header.`;
  data.set('date', parseDate(toText(revised), site.clock, reason));
}

function pageAttributes(text: ReadText, prefix: string): Hash {
  const attributes: Hash = new Map();
  for (const [name, value] of text.attributes) {
    if (!name.startsWith(prefix)) continue;
    attributes.set(name.slice(prefix.length), typeof value === 'string' ? readValue(value) : (value ?? null));
  }
  return attributes;
}

/** A value is YAML, or else a text. */
function readValue(value: string): unknown {
  if (value === '') return '';
  try {
    return parseYaml(`--- ${value}`);
  } catch {
    return parseYaml(`--- '${value.replaceAll("'", "''")}'`);
  }
}

/** `category` goes before `categories`, and is their first one if it is not given. */
function addSingle({ data }: Item, single: string, all: string): void {
  const own = data.get(single);
  const list = data.get(all);
  if (isTruthy(own)) {
    const others = Array.isArray(list) ? list.filter((value) => value !== own) : [];
    data.set(all, [own, ...others]);
  } else if (Array.isArray(list)) data.set(single, list[0] ?? null);
  else if (typeof list === 'string') data.set(single, [...list][0] ?? null);
}

interface ExcerptFacts {
  readonly text: ReadText;
  readonly isInHeader: boolean;
  readonly asciidoctor: Asciidoctor;
}

function addExcerpt(document: Document, { text, isInHeader, asciidoctor }: ExcerptFacts): void {
  const given = document.data.get('excerpt');
  const { excerptDoctype } = asciidoctor.settings;
  if (!isTruthy(document.value('excerpt_doctype')) && isTruthy(excerptDoctype)) {
    document.data.set('excerpt_doctype', excerptDoctype);
  }
  document.excerpt = new Excerpt(document, isTruthy(given) ? toText(given) : text.source);
  document.data.set('excerpt', document.excerpt);
  document.data.set('excerpt_origin', isTruthy(given) ? (isInHeader ? 'asciidoc-header' : 'front-matter') : 'body');
}

/** What the header may say about the layout, or is told: with `@` it may change it. */
function layoutAttribute(item: Item, { settings }: Asciidoctor): Readonly<Record<string, string>> {
  const name = `${settings.prefix}layout`;
  const hasOwn = item.data.has('layout') || isTruthy(item.value('layout'));
  const own = `${toText(item.value('layout') ?? 'none')}@`;
  if (!settings.attributes.has(name)) return { [name]: hasOwn ? own : '@' };
  const given = settings.attributes.get(name) ?? null;
  if (given === null) return { [name]: 'none' };
  if (given === false) return { [name]: 'false' };
  if (given === '~@') return { [name]: 'none@' };
  return given.endsWith('@') && hasOwn ? { [name]: own } : {};
}

function chooseLayout(item: Item): void {
  const { data, site } = item;
  const layout = item.value('layout') ?? null;
  if (layout === null) {
    if (!data.has('layout')) data.set('standalone', true);
  } else if (layout === '' || layout === '_auto') {
    const name = item.kind === 'document' ? item.collection.label.replace(/s$/, '') : 'page';
    data.set('layout', site.layouts.has(name) ? name : 'default');
  } else if (layout === false) {
    data.set('layout', 'none');
    data.set('standalone', true);
  }
}

/** Notes that an item's front matter is read, past the door that templates use. */
export function noteFrontMatter(item: Item): void {
  dig(item, 'title');
}
