import type { AttributeList } from './attribute-list.ts';
import type { Entity } from './entities.ts';

/** The kind of an element; the names are kramdown's. */
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

/** How the body of an HTML element is parsed. */
export type ContentModel = 'raw' | 'block' | 'span';

export type Alignment = 'default' | 'left' | 'right' | 'center';

/** Attributes in the order in which they were set; a `null` value is not written. */
export type Attributes = Map<string, string | null>;

/** The options of a paragraph that is written without `<p>`. */
export const TRANSPARENT: Readonly<ElementOptions> = Object.freeze({ transparent: true });

/** What the rows of one table share. */
export interface RowOptions {
  readonly hasLeadingPipe: boolean;
  columns: number;
}

/** Properties that only some kinds of element have. */
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
  /** A paragraph that is written without `<p>`: the text of a tight list item. */
  transparent?: boolean;
  entity?: Entity;
  /** An entity as it was written in the input. */
  original?: string;
  /** The output formats that `{::nomarkdown type="…"}` is for. */
  formats?: readonly string[];
  name?: string;
  /** The definition that a footnote marker refers to. */
  footnote?: Element;
  /** What a row shares with the other rows of its table; until it is resolved, its cells are the text in `value`. */
  row?: RowOptions;
}

const NO_OPTIONS: Readonly<ElementOptions> = Object.freeze({});

/** Shared by all elements without children, which are most. */
const NO_CHILDREN: Element[] = [];
Object.freeze(NO_CHILDREN);

/** Up to this many children, an array of the exact length is cheaper than one that grows. */
const FEW = 4;

/** Properties that few elements have, kept apart so that all others stay small. */
interface Marks {
  ial: AttributeList | undefined;
  attributes: Attributes | undefined;
}

/**
 * A node of the document tree.
 *
 * The meaning of `value` depends on the kind: the code of a code block, the name of an HTML element, and the text of a
 * paragraph, heading, term or cell until it is resolved into spans. Long documents have very many elements, so each is
 * kept small.
 */
export class Element {
  children: Element[] = NO_CHILDREN;
  options: Readonly<ElementOptions>;
  /** The line on which its text starts; 1 where kramdown does not track the location. */
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

  /** The inline attribute list (IAL) that applies to it. */
  get ial(): AttributeList | undefined {
    return this.marks?.ial;
  }

  set ial(ial: AttributeList | undefined) {
    if (this.marks !== undefined) this.marks.ial = ial;
    else if (ial !== undefined) this.marks = { ial, attributes: undefined };
  }

  /** The attributes, or undefined if none were ever set: unlike `attributes`, this creates no map. */
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

  /** Adds children at the end. Never push on `children` itself: it may be the array that all childless elements share. */
  append(...children: Element[]): void {
    if (this.children.length === 0) this.children = children;
    // V8 gives an array that grows room for about twenty items, which few elements need.
    else if (this.children.length < FEW) this.children = [...this.children, ...children];
    else this.children.push(...children);
  }

  /** Drops the children once they have been written, to free their memory. */
  release(): void {
    this.children = NO_CHILDREN;
  }

  /** A deep copy, except that options and the attribute list are shared. */
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

/** Whether an element is span-level. */
export function isSpan(element: Element): boolean {
  return SPAN_KINDS.has(element.kind) || (element.kind === 'html_element' && element.options.category === 'span');
}

/** Whether an element is block-level. */
export function isBlock(element: Element): boolean {
  if (BLOCK_KINDS.has(element.kind)) return true;
  return !SPAN_KINDS.has(element.kind) && element.options.category === 'block';
}
