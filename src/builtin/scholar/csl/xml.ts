import { UttersonError } from '../../../plugin/plugin.ts';

/** An element of XML. */
export class XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[] = [];
  parent: XmlElement | undefined;
  /** The text before the first child; undefined if there is only white space. */
  text: string | undefined;

  constructor(name: string, attributes: ReadonlyMap<string, string>) {
    this.name = name;
    this.attributes = attributes;
  }

  /** An attribute; an empty one is there, too. */
  get(name: string): string | undefined {
    return this.attributes.get(name);
  }

  child(name: string): XmlElement | undefined {
    return this.children.find((child) => child.name === name);
  }

  /** This element and all below it. */
  *all(): Generator<XmlElement> {
    yield this;
    for (const child of this.children) yield* child.all();
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi;
/** A comment, an instruction, a document type, a section of characters, a tag, or text. */
const PIECE =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?[^>]*>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/gy;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function decode(text: string): string {
  return text.replace(REFERENCE, (whole, hex?: string, decimal?: string, name = '') => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return hex === undefined && decimal === undefined ? (ENTITIES[name] ?? whole) : String.fromCodePoint(code);
  });
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    attributes.set(name, decode((double ?? single ?? '').replace(/\r\n|[\t\r\n]/g, ' ')));
  }
  return attributes;
}

/** Builds the tree from the pieces of a text. */
class TreeBuilder {
  readonly #open: XmlElement[] = [];
  root: XmlElement | undefined;

  addText(text: string): void {
    const parent = this.#open.at(-1);
    if (parent !== undefined && parent.children.length === 0 && text.trim() !== '') parent.text ??= text;
  }

  start(element: XmlElement, isEmpty: boolean): void {
    const parent = this.#open.at(-1);
    element.parent = parent;
    if (parent !== undefined) parent.children.push(element);
    else this.root ??= element;
    if (!isEmpty) this.#open.push(element);
  }

  end(name: string): boolean {
    return this.#open.pop()?.name === name;
  }

  get isComplete(): boolean {
    return this.#open.length === 0;
  }
}

/**
 * Reads a file of XML; undefined where the text is none.
 */
function readTree(source: string): XmlElement | undefined {
  const builder = new TreeBuilder();
  let at = 0;
  while (at < source.length) {
    PIECE.lastIndex = at;
    const match = PIECE.exec(source);
    if (match === null) return undefined;
    at = PIECE.lastIndex;
    const [, section, closed, opened, attributes = '', slash, text] = match;
    if (section !== undefined) builder.addText(section);
    else if (closed !== undefined && !builder.end(closed)) return undefined;
    else if (opened !== undefined) builder.start(new XmlElement(opened, readAttributes(attributes)), slash === '/');
    else if (text !== undefined) builder.addText(decode(text));
  }
  return builder.isComplete ? builder.root : undefined;
}

/**
 * The root element of a style or a locale.
 *
 * @throws {UttersonError} if the text is no XML with this root
 */
export function parseXml(source: string, rootName: 'style' | 'locale', file: string): XmlElement {
  const root = readTree(source);
  if (root?.name === rootName) return root;
  const what = rootName === 'style' ? 'a citation style' : 'a locale of citation styles';
  throw new UttersonError('InvalidCitationStyle', `${file} is not ${what}.`, {
    hint: `It has to be a file of CSL, whose root element is <${rootName}>.`,
  });
}
