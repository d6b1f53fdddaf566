import type { AttributeList } from './attribute-list.ts';
import type { Entity } from './entities.ts';

/** What an element of the tree is. The names are kramdown's own. */
export type ElementKind =
  | 'root'
  | 'blank'
  | 'eob'
  | 'p'
  | 'header'
  | 'blockquote'
  | 'codeblock'
  | 'hr'
  | 'ul'
  | 'ol'
  | 'li'
  | 'dl'
  | 'dt'
  | 'dd'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tfoot'
  | 'tr'
  | 'td'
  | 'th'
  | 'math'
  | 'html_element'
  | 'xml_comment'
  | 'xml_pi'
  | 'comment'
  | 'raw'
  | 'raw_text'
  | 'text'
  | 'a'
  | 'img'
  | 'br'
  | 'em'
  | 'strong'
  | 'codespan'
  | 'entity'
  | 'typographic_sym'
  | 'smart_quote'
  | 'footnote'
  | 'footnote_def'
  | 'abbreviation';

/** What the body of an HTML element is read as. */
export type ContentModel = 'raw' | 'block' | 'span';

export type Alignment = 'default' | 'left' | 'right' | 'center';

/** Attributes in the order in which they were set; a `null` value is not written. */
export type Attributes = Map<string, string | null>;

/** The options of a paragraph whose tag is not written. */
export const TRANSPARENT: Readonly<ElementOptions> = Object.freeze({ transparent: true });

/** What the rows of a table share. */
export interface RowOptions {
  readonly hasLeadingPipe: boolean;
  columns: number;
}

/** What only some kinds of element know about themselves. */
export interface ElementOptions {
  category?: 'block' | 'span';
  contentModel?: ContentModel;
  /** An HTML element written as `<br/>`. */
  isClosed?: boolean;
  level?: number;
  rawText?: string;
  alignment?: Alignment[];
  /** The language of a code block, options included (`ruby?line_numbers=true`). */
  language?: string;
  /** A paragraph whose tag is not written: the text of a tight list item. */
  transparent?: boolean;
  entity?: Entity;
  /** An entity as it was written in the input. */
  original?: string;
  /** The formats that `{::nomarkdown type="…"}` is meant for. */
  formats?: readonly string[];
  name?: string;
  /** The definition that a footnote marker refers to. */
  footnote?: Element;
  /** What a row of a table has in common with the others; its cells are its value until it is resolved. */
  row?: RowOptions;
}

const NO_OPTIONS: Readonly<ElementOptions> = Object.freeze({});

/** Most elements have no children, or one: one list serves those that have none. */
const NO_CHILDREN: Element[] = [];
Object.freeze(NO_CHILDREN);

const FEW = 4;

/** What few elements have. */
interface Marks {
  ial: AttributeList | undefined;
  attributes: Attributes | undefined;
}

/**
 * A node of the document tree.
 *
 * The `value` is what the kind says: the code of a code block, the name of an HTML element; the text of a paragraph, a
 * heading, a term or a cell until it is resolved into spans. Long documents have very many elements, so each is small.
 */
export class Element {
  children: Element[] = NO_CHILDREN;
  options: Readonly<ElementOptions>;
  /** The line on which its text starts; what kramdown does not know the place of is on line 1. */
  line: number;
  private marks: Marks | undefined;

  constructor(
    public kind: ElementKind,
    public value: string = '',
    line = 1,
    options?: ElementOptions,
    attributes?: Attributes,
  ) {
    this.line = line;
    this.options = options ?? NO_OPTIONS;
    this.marks = attributes === undefined ? undefined : { ial: undefined, attributes };
  }

  /** The attribute list that belongs to it. */
  get ial(): AttributeList | undefined {
    return this.marks?.ial;
  }

  set ial(ial: AttributeList | undefined) {
    if (this.marks !== undefined) this.marks.ial = ial;
    else if (ial !== undefined) this.marks = { ial, attributes: undefined };
  }

  /** The attributes, if there ever were any. */
  get ownAttributes(): Attributes | undefined {
    return this.marks?.attributes;
  }

  get attributes(): Attributes {
    this.marks ??= { ial: undefined, attributes: undefined };
    this.marks.attributes ??= new Map();
    return this.marks.attributes;
  }

  get hasAttributes(): boolean {
    return (this.marks?.attributes?.size ?? 0) > 0;
  }

  /** Adds children at the end. Nothing may be pushed on `children` itself, which may be the list of all that have none. */
  append(...children: Element[]): void {
    if (this.children.length === 0) this.children = children;
    // A list that grows by itself makes room for twenty, which few elements need.
    else if (this.children.length < FEW) this.children = [...this.children, ...children];
    else this.children.push(...children);
  }

  /** Lets go of the children when they are no longer needed. */
  release(): void {
    this.children = NO_CHILDREN;
  }

  /** A copy of the element and all below it. */
  clone(): Element {
    const attributes = this.ownAttributes && new Map(this.ownAttributes);
    const copy = new Element(this.kind, this.value, this.line, this.options, attributes);
    copy.ial = this.ial;
    if (this.children.length > 0) copy.children = this.children.map((child) => child.clone());
    return copy;
  }
}

const BLOCK_KINDS: ReadonlySet<ElementKind> = new Set<ElementKind>([
  'blank',
  'p',
  'header',
  'blockquote',
  'codeblock',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'td',
  'hr',
]);

const SPAN_KINDS: ReadonlySet<ElementKind> = new Set<ElementKind>([
  'text',
  'a',
  'br',
  'img',
  'codespan',
  'footnote',
  'em',
  'strong',
  'entity',
  'typographic_sym',
  'smart_quote',
  'abbreviation',
]);

/** Whether an element was made of a block's text. */
export function isSpan(element: Element): boolean {
  return SPAN_KINDS.has(element.kind) || (element.kind === 'html_element' && element.options.category === 'span');
}

/** Whether an element stands among blocks. */
export function isBlock(element: Element): boolean {
  if (BLOCK_KINDS.has(element.kind)) return true;
  return !SPAN_KINDS.has(element.kind) && element.options.category === 'block';
}
