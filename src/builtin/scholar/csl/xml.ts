import { UttersonError } from '../../../plugin/plugin.ts';
import { readXml } from '../../shared/read-xml.ts';

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

/** A value of an attribute with the next attribute right behind it, which REXML, and so the gem, does not mind. */
const WITHOUT_SPACE = /=\s*(?:"[^"<]*"|'[^'<]*')(?=[\w:])/g;

/** Reads a file of XML; undefined if the text is not well-formed. */
function readTree(source: string): XmlElement | undefined {
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  const addText = (text: string): void => {
    const parent = open.at(-1);
    if (parent !== undefined && parent.children.length === 0 && text.trim() !== '') parent.text ??= text;
  };
  const isWellFormed = readXml(source, {
    open(name, attributes) {
      const element = new XmlElement(name, attributes);
      element.parent = open.at(-1);
      element.parent?.children.push(element);
      root ??= element;
      open.push(element);
    },
    close: () => void open.pop(),
    text: addText,
    cdata: addText,
  });
  return isWellFormed ? root : undefined;
}

/**
 * The root element of a style or a locale.
 *
 * @throws {UttersonError} if the text is no XML with this root
 */
export function parseXml(source: string, rootName: 'style' | 'locale', file: string): XmlElement {
  const root = readTree(source) ?? readTree(source.replace(WITHOUT_SPACE, '$& '));
  if (root?.name === rootName) return root;
  const what = rootName === 'style' ? 'a citation style' : 'a locale of citation styles';
  throw new UttersonError('InvalidCitationStyle', `${file} is not ${what}.`, {
    hint: `It has to be a file of CSL: well-formed XML, whose root element is <${rootName}>.`,
  });
}
