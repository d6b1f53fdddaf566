import { UttersonError } from '../errors.ts';
import { strip, stripLeft } from '../util/values/ruby-text.ts';
import { isAsciiWord, isSpace } from './characters.ts';
import type { Attributes } from './element.ts';
import type { Scanner } from './scanner.ts';

/** The content of `{: #id .class key="value" reference}`. */
export class AttributeList {
  readonly attributes = new Map<string, string>();
  /** Names of the attribute list definitions that it refers to; undefined while there are none. */
  references: string[] | undefined = undefined;

  addClass(name: string): void {
    const classes = this.attributes.get('class');
    this.attributes.set('class', classes === undefined || classes === '' ? name : `${classes} ${name}`);
  }

  addReference(reference: string): void {
    this.references ??= [];
    this.references.push(reference);
  }

  /** Adds the contents of another list: classes accumulate, any other attribute is replaced. */
  merge(other: AttributeList): void {
    for (const reference of other.references ?? []) this.addReference(reference);
    for (const [name, value] of other.attributes) {
      if (name === 'class') this.addClass(value);
      else this.attributes.set(name, value);
    }
  }

  refersTo(reference: string): boolean {
    return this.references?.includes(reference) ?? false;
  }
}

/**
 * Lists that refer to lists that refer to lists can double their classes at every step; this is far beyond any real
 * page.
 */
const MAX_CLASSES = 1_000_000;

/** Sets attributes: classes accumulate, any other attribute is replaced. */
function setAll(attributes: Attributes, added: Iterable<readonly [string, string | null]>): void {
  for (const [name, value] of added) {
    const isClass = name === 'class';
    attributes.set(name, isClass ? stripLeft(`${attributes.get('class') ?? ''} ${value ?? ''}`) : value);
  }
}

/** The attribute list definitions of a document, by name. */
export class AttributeListDefinitions {
  private readonly lists = new Map<string, AttributeList>();
  /** The resolved attributes of a name; undefined while they are being resolved. */
  private readonly attributes = new Map<string, Attributes | undefined>();

  /** The list of this name, which is created if there is none. */
  define(name: string): AttributeList {
    const list = this.lists.get(name) ?? new AttributeList();
    this.lists.set(name, list);
    return list;
  }

  /**
   * Applies a list to the attributes of an element, beginning with the definitions that it refers to.
   *
   * @throws {UttersonError} `KramdownError` where the definitions add up to more than a million characters of classes
   */
  apply(attributes: Attributes, list: AttributeList): void {
    for (const reference of list.references ?? []) {
      const referred = this.resolve(reference);
      if (referred !== undefined) setAll(attributes, referred);
    }
    setAll(attributes, list.attributes);
  }

  /** Definitions that refer to each other in a circle make kramdown run out of stack; here the circle is cut. */
  private resolve(name: string): Attributes | undefined {
    const list = this.lists.get(name);
    if (list === undefined || this.attributes.has(name)) return this.attributes.get(name);
    this.attributes.set(name, undefined);
    const attributes: Attributes = new Map();
    this.apply(attributes, list);
    if ((attributes.get('class')?.length ?? 0) > MAX_CLASSES) {
      throw new UttersonError('KramdownError', `The attribute list definition '${name}' adds up to too many classes`, {
        hint: 'Definitions that refer to other definitions take over all their classes.',
      });
    }
    this.attributes.set(name, attributes);
    return attributes;
  }
}

const NAME = /[0-9A-Za-z_][\w-]*/y;
const ID_OR_CLASS = /#([A-Za-z][\w:-]*)|\.([^ \t\n\v\f\r.#]+)/y;

/**
 * Reads the text between `{:` and `}` into a list.
 *
 * @returns false if the text is not empty but contains no attribute
 */
export function readAttributeList(text: string, list: AttributeList): boolean {
  const content = strip(text);
  if (content === '' || content === ':') return true;
  const reader = new Reader(text, list);
  return reader.read();
}

/** Reads the tokens of an attribute list; each must be delimited by white space or the ends of the text. */
class Reader {
  private pos = 0;
  private readonly unclosed = new Set<number>();

  constructor(
    private readonly text: string,
    private readonly list: AttributeList,
  ) {}

  read(): boolean {
    let found = this.readToken(0);
    while (this.pos < this.text.length) {
      if (isSpace(this.text.charCodeAt(this.pos)) && this.readToken(this.pos + 1)) found = true;
      else this.pos++;
    }
    return found;
  }

  private isTokenEnd(index: number): boolean {
    return index === this.text.length || isSpace(this.text.charCodeAt(index));
  }

  private readToken(start: number): boolean {
    const code = this.text.charCodeAt(start);
    const end = isAsciiWord(code) ? this.readName(start) : this.readIdsAndClasses(start);
    if (end === -1) return false;
    this.pos = end;
    return true;
  }

  /** A `key="value"` pair or a reference. */
  private readName(start: number): number {
    NAME.lastIndex = start;
    NAME.test(this.text);
    const end = NAME.lastIndex;
    const name = this.text.slice(start, end);
    if (this.text[end] === '=') return this.readValue(name, end + 1);
    if (!this.isTokenEnd(end)) return -1;
    this.list.addReference(name);
    return end;
  }

  private readValue(name: string, quoteAt: number): number {
    const quote = this.text.charCodeAt(quoteAt);
    if ((quote !== 34 && quote !== 39) || this.unclosed.has(quote)) return -1;
    const end = this.findValueEnd(quoteAt + 1, quote);
    if (end === -1) return -1;
    const value = this.text.slice(quoteAt + 1, end);
    this.list.attributes.set(name, value.replace(quote === 34 ? /\\([}"])/g : /\\([}'])/g, '$1'));
    return end + 1;
  }

  /** The closing quote: the first unescaped one before a space; without one, the last escaped one before a space. */
  private findValueEnd(start: number, quote: number): number {
    let escaped = -1;
    for (let index = start; index < this.text.length; index++) {
      const code = this.text.charCodeAt(index);
      const isEscaped = this.text.charCodeAt(index - 1) === 92 && index > start;
      if ((code === 125 && !isEscaped) || code === 2) break;
      if (code !== quote || !this.isTokenEnd(index + 1)) continue;
      if (!isEscaped) return index;
      escaped = index;
    }
    if (escaped === -1) this.unclosed.add(quote);
    return escaped;
  }

  private readIdsAndClasses(start: number): number {
    const names: { id?: string | undefined; class?: string | undefined }[] = [];
    let end = start;
    for (;;) {
      ID_OR_CLASS.lastIndex = end;
      const match = ID_OR_CLASS.exec(this.text);
      if (match === null) break;
      names.push({ id: match[1], class: match[2] });
      end = ID_OR_CLASS.lastIndex;
    }
    if (end === start || !this.isTokenEnd(end)) return -1;
    for (const name of names) {
      if (name.class !== undefined) this.list.addClass(name.class);
      else if (name.id !== undefined) this.list.attributes.set('id', name.id);
    }
    return end;
  }
}

/**
 * The index of the `}` that ends an attribute list whose text starts at `start`; -1 if there is none.
 *
 * The first `}` without a backslash ends it, if `accepts` approves of what follows; otherwise the last escaped one that
 * is accepted does. Failures are remembered under `key`, so that many unclosed lists do not each search the whole text.
 */
export function findListEnd(scanner: Scanner, start: number, key: string, accepts: (end: number) => boolean): number {
  if (scanner.hasFailed(key, start)) return -1;
  const { text } = scanner;
  let close = scanner.find('}', start);
  let escaped = -1;
  while (close > start && text.charCodeAt(close - 1) === 92) {
    if (accepts(close)) escaped = close;
    close = text.indexOf('}', close + 1);
  }
  if (close >= start && accepts(close)) return close;
  if (close === -1 && escaped === -1) scanner.noteFailure(key, start);
  return escaped;
}
