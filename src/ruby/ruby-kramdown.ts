import { type Alignment, Element, type ElementKind, type ElementOptions } from '../kramdown/element.ts';
import type { ElementWriter, OwnWriter } from '../kramdown/writer/element-writer.ts';
import { toText } from '../util/values/inspect.ts';
import { isNil } from '../util/values/is-nil.ts';
import { RubySymbol } from './ruby-values.ts';

type Hash = ReadonlyMap<unknown, unknown>;

/** An element as Ruby code gets it and gives it back; the number is null for one that Ruby code has made. */
type PackedElement = readonly [
  number: number | null,
  type: string,
  value: unknown,
  attributes: Hash,
  options: Hash,
  children: readonly PackedElement[],
];

/** Has Ruby code write an element. */
type WriteInRuby = (element: PackedElement, indent: number) => string;

/** The kinds of elements whose `value` is a text in kramdown too. */
const WITH_VALUE: ReadonlySet<ElementKind> = new Set<ElementKind>([
  ...(['text', 'codeblock', 'codespan', 'math', 'abbreviation', 'smart_quote', 'typographic_sym'] as const),
  ...(['html_element', 'xml_comment', 'xml_pi', 'comment', 'raw'] as const),
]);

const QUESTIONS = ['settings', 'convert', 'inner', 'makeId', 'highlight', 'addToToc'] as const;
type Question = (typeof QUESTIONS)[number];

const isQuestion = (name: string): name is Question => (QUESTIONS as readonly string[]).includes(name);

/** A conversion of kramdown in which Ruby code writes elements of some kinds. The elements that it gets have numbers. */
export class RubyConversion implements ElementWriter {
  readonly kinds: ReadonlySet<string>;
  readonly #writeInRuby: WriteInRuby;
  readonly #elements: Element[] = [];
  readonly #numbers = new Map<Element, number>();
  #own: OwnWriter | undefined;

  constructor(kinds: readonly string[], writeInRuby: WriteInRuby) {
    this.kinds = new Set(kinds);
    this.#writeInRuby = writeInRuby;
  }

  write(element: Element, indent: number, own: OwnWriter): string {
    this.#own = own;
    return this.#writeInRuby(this.#pack(element), indent);
  }

  /** Answers a question that Ruby code has while it writes an element, by the name of one of the methods below. */
  answer(question: string, args: readonly unknown[]): unknown {
    const own = this.#own;
    if (own === undefined || !isQuestion(question)) throw new TypeError(`Unknown question of kramdown: ${question}`);
    const method = this[question] as (own: OwnWriter, ...args: readonly unknown[]) => unknown;
    return method.call(this, own, ...args);
  }

  settings({ settings }: OwnWriter): Hash {
    return new Map(Object.entries(settings));
  }

  convert(own: OwnWriter, element: PackedElement, indent: number): string {
    return own.convert(this.#unpack(element), indent);
  }

  inner(own: OwnWriter, element: PackedElement, indent: number): string {
    return own.inner(this.#unpack(element), indent);
  }

  makeId(own: OwnWriter, text: string): string {
    return own.makeId(text);
  }

  /** The highlighted code and the language that code without one has; nil for code that is not highlighted. */
  highlight(own: OwnWriter, code: string, language: string | null, kind: 'block' | 'span'): unknown {
    const highlighted = own.highlight(code, language ?? undefined, kind);
    return highlighted === undefined ? null : [highlighted.html, highlighted.defaultLanguage ?? null];
  }

  addToToc(own: OwnWriter, level: number, id: string, children: readonly PackedElement[]): void {
    own.addToToc({ level, id, children: children.map((child) => this.#unpack(child)) });
  }

  #pack(element: Element): PackedElement {
    const { kind, value, ownAttributes = new Map(), children } = element;
    const shown = WITH_VALUE.has(kind) ? value : valueOfEntity(element.options);
    return [
      this.#numberOf(element),
      kind,
      shown,
      new Map(ownAttributes),
      packOptions(element),
      children.map((child) => this.#pack(child)),
    ];
  }

  /** The element as Ruby code has left it. */
  #unpack([number, type, value, attributes, options, children]: PackedElement): Element {
    const known = (number === null ? undefined : this.#elements[number]) ?? new Element(type as ElementKind);
    // A document shares one element for all its blank lines.
    const element = Object.isFrozen(known) ? known.clone() : known;
    element.kind = type as ElementKind;
    if (WITH_VALUE.has(element.kind)) element.value = toText(value);
    if (attributes.size > 0 || element.hasAttributes) setAttributes(element, attributes);
    element.options = { ...element.options, ...unpackOptions(options) };
    element.children = children.map((child) => this.#unpack(child));
    return element;
  }

  #numberOf(element: Element): number {
    const known = this.#numbers.get(element);
    if (known !== undefined) return known;
    this.#numbers.set(element, this.#elements.length);
    return this.#elements.push(element) - 1;
  }
}

/** The code point and the name of an element that is an entity. */
const valueOfEntity = ({ entity }: Readonly<ElementOptions>): unknown =>
  entity === undefined ? null : [entity.codePoint, entity.name ?? null];

function setAttributes(element: Element, attributes: Hash): void {
  element.attributes.clear();
  for (const [name, value] of attributes) element.attributes.set(toText(name), isNil(value) ? null : toText(value));
}

const symbol = (name: string | undefined): RubySymbol | undefined =>
  name === undefined ? undefined : new RubySymbol(name);

/** kramdown's names for what is known of an element besides its attributes. */
function packOptions({ options, ial, line }: Element): Hash {
  const references = ial?.references;
  const all: Record<string, unknown> = {
    level: options.level,
    raw_text: options.rawText,
    lang: options.language,
    transparent: options.transparent,
    category: symbol(options.category),
    content_model: symbol(options.contentModel),
    is_closed: options.isClosed,
    alignment: options.alignment?.map(symbol),
    original: options.original,
    name: options.name,
    type: options.formats,
    ial: references && new Map([['refs', references]]),
    location: line,
  };
  return new Map(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Those of them that Ruby code may set. */
function unpackOptions(options: Hash): ElementOptions {
  const text = (name: string): string | undefined => (isNil(options.get(name)) ? undefined : toText(options.get(name)));
  const all = {
    level: options.get('level') as number | undefined,
    rawText: text('raw_text'),
    language: text('lang'),
    transparent: options.get('transparent') as boolean | undefined,
    category: text('category') as ElementOptions['category'],
    contentModel: text('content_model') as ElementOptions['contentModel'],
    alignment: (options.get('alignment') as readonly unknown[] | undefined)?.map(toText) as Alignment[] | undefined,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => !isNil(value)));
}
