/** A node of XML. */
export type XmlNode =
  | { readonly kind: 'text' | 'cdata' | 'comment'; readonly text: string }
  | { readonly kind: 'instruction'; readonly target: string; readonly body: string }
  | XmlTag;

export interface XmlTag {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: XmlNode[];
}

const IN_TEXT: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
const IN_ATTRIBUTE: Readonly<Record<string, string>> = { ...IN_TEXT, '"': '&quot;', '\n': '&#10;', '\t': '&#9;' };
const NOT_ASCII = /[^\0-\x7f]/gu;
const STEP = '  ';

const isNamespace = (name: string): boolean => name === 'xmlns' || name.startsWith('xmlns:');

/**
 * Writes an element as libxml2 does: declarations of namespaces come first, an element without text has each child on a line
 * of its own, and without a declared encoding the result is ASCII.
 */
export class XmlWriter {
  readonly #isAscii: boolean;

  /** @param isAscii whether letters beyond ASCII become references */
  constructor(isAscii: boolean) {
    this.#isAscii = isAscii;
  }

  write(element: XmlTag): string {
    return this.#writeElement(element, 0, true);
  }

  #writeElement({ name, attributes, children }: XmlTag, level: number, isIndented: boolean): string {
    const sorted = [...attributes].sort(([a], [b]) => Number(isNamespace(b)) - Number(isNamespace(a)));
    const start = sorted.map(([key, value]) => ` ${key}="${this.#escape(value, IN_ATTRIBUTE)}"`).join('');
    if (children.length === 0) return `<${name}${start}/>`;
    const isSplit = isIndented && !children.some(({ kind }) => kind === 'text' || kind === 'cdata');
    const [before, after] = isSplit ? [STEP.repeat(level + 1), '\n'] : ['', ''];
    const inner = children.map((child) => before + this.#writeNode(child, level + 1, isSplit) + after).join('');
    return `<${name}${start}>${after}${inner}${isSplit ? STEP.repeat(level) : ''}</${name}>`;
  }

  #writeNode(node: XmlNode, level: number, isIndented: boolean): string {
    switch (node.kind) {
      case 'element':
        return this.#writeElement(node, level, isIndented);
      case 'text':
        return this.#escape(node.text, IN_TEXT);
      case 'cdata':
        return `<![CDATA[${node.text}]]>`;
      case 'comment':
        return `<!--${node.text}-->`;
      case 'instruction':
        return `<?${node.target}${node.body === '' ? '' : ` ${node.body}`}?>`;
    }
  }

  #escape(text: string, replacements: Readonly<Record<string, string>>): string {
    const escaped = text.replace(/[&<>"\r\n\t]/g, (character) => replacements[character] ?? character);
    if (!this.#isAscii) return escaped;
    return escaped.replace(NOT_ASCII, (character) => `&#x${character.codePointAt(0)?.toString(16).toUpperCase()};`);
  }
}
