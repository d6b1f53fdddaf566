import { UttersonError } from '../errors.ts';
import { type AttributeList, AttributeListDefinitions } from './attribute-list.ts';
import type { BlockRuleTable, SpanRuleTable } from './dispatch.ts';
import { type Attributes, Element, type ElementKind, type ElementOptions } from './element.ts';
import { normalizeLinkId } from './link-id.ts';
import { type OptionName, type Settings, setOption } from './options.ts';
import { Scanner } from './scanner.ts';
import { SpanMemory, type Trail } from './span-memory.ts';
import type { Stop } from './span-stop.ts';

/** A warning, composed only when it is read. */
export type Warning = () => string;

/** The definition in a line `[id]: url "title"`. */
export interface LinkDefinition {
  readonly url: string;
  readonly title: string | undefined;
  /** The block element that the line leaves in the tree, whose attribute list the links get. */
  readonly element: Element | undefined;
}

/** The definition of a footnote, `[^name]: text`. */
interface FootnoteDefinition {
  readonly content: Element;
  /** The block element that the definition leaves in the tree, which holds its attributes. */
  readonly element: Element;
  isReferenced: boolean;
}

/** The definition of an abbreviation, `*[name]: text`; the element that it leaves in the tree holds its attributes. */
export interface AbbreviationDefinition {
  text: string;
  element: Element;
}

/** One dialect of the input: its rules, and where it differs from the others. */
export interface Dialect {
  readonly blocks: BlockRuleTable;
  readonly spans: SpanRuleTable;
  /** The rule for HTML alone, for the raw bodies of span-level elements. */
  readonly htmlSpans: SpanRuleTable;
  /** The rules for finding out whether the lines of a table have pipes outside of code. */
  readonly tableCheckSpans: SpanRuleTable;
  /** Whether the line at a position ends a paragraph. */
  readonly endsParagraph: (scanner: Scanner, at: number) => boolean;
  /** Whether the line at a position ends a quote, or text that continues lazily. */
  readonly endsLazyText: (scanner: Scanner, at: number) => boolean;
  readonly hasAttributeLists: boolean;
  /** The text of a heading or a term, from which its id is made. */
  readonly plainText: (element: Element) => string;
  readonly isGfm: boolean;
  /** Where GFM breaks a line. An option within the text, `hard_wrap`, comes too late to change it. */
  readonly gfmLineBreak: string;
}

/** Bits of `Parser#inside`: the spans around the current position inside which no span of the same kind can start. */
export const INSIDE_EM = 1;
export const INSIDE_STRONG = 2;
export const INSIDE_A = 4;
export const INSIDE_IMG = 8;

const INSIDE: Partial<Record<ElementKind, number>> = {
  em: INSIDE_EM,
  strong: INSIDE_STRONG,
  a: INSIDE_A,
  img: INSIDE_IMG,
};

/**
 * Beyond this depth a span is attempted only if its end can be found ahead, so that hostile text does not nest in vain.
 */
const WARY_DEPTH = 32;
const UNDERSCORE = 95;

/** Receives spans that are complete. */
export type TakeSpans = (spans: Element[]) => void;

const MANY_SPANS = 2000;

/**
 * Hands over all spans but the last, which may still grow. A text is never the last one handed over: GFM would take it
 * for the end of the block.
 */
function handOverComplete(element: Element, take: TakeSpans): void {
  const { children } = element;
  let end = children.length - 1;
  if (children[end - 1]?.kind === 'text') end--;
  element.children = children.slice(end);
  take(children.slice(0, end));
}

/** The part of the parser's state that is set aside while a separate text is parsed. */
interface Environment {
  readonly scanner: Scanner;
  readonly tree: Element;
  readonly blockIal: AttributeList | undefined;
  readonly textKind: 'raw_text' | 'text';
  readonly inside: number;
}

/**
 * The state of parsing one document, shared by the rules for blocks and spans.
 *
 * Blocks are parsed first, leaving text unparsed; `Resolver` then parses that text into spans.
 */
export class Parser {
  scanner: Scanner = new Scanner('');
  tree: Element;
  /** An attribute list for the next block. */
  blockIal: AttributeList | undefined = undefined;
  textKind: 'raw_text' | 'text' = 'raw_text';
  inside = 0;
  readonly root: Element;
  readonly attributeLists = new AttributeListDefinitions();
  readonly footnotes = new Map<string, FootnoteDefinition>();
  readonly links = new Map<string, LinkDefinition>();
  readonly abbreviations = new Map<string, AbbreviationDefinition>();
  readonly warnings: Warning[] = [];
  private depth = 0;
  /** The last element that `addWritten` created, and where its text starts in the scanned text. */
  private written: Element | undefined = undefined;
  private writtenStart = 0;
  /** The last run of underscores that `startOfRun` found. */
  private run = { scanner: this.scanner, start: 0, end: -1 };

  constructor(
    readonly dialect: Dialect,
    readonly settings: Settings,
    /** The image file for the name of an emoji. */
    readonly emoji?: ((name: string) => string | undefined) | undefined,
  ) {
    this.root = new Element('root');
    this.tree = this.root;
    for (const [id, [url, title]] of settings.link_defs) {
      this.links.set(normalizeLinkId(id), { url, title, element: undefined });
    }
  }

  warn(warning: Warning): void {
    this.warnings.push(warning);
  }

  /** Sets an option from within the document, for the writer too; an invalid value is ignored. */
  setInlineOption(name: OptionName, value: string): void {
    try {
      setOption(this.settings, name, value);
    } catch (error) {
      if (!(error instanceof UttersonError)) throw error;
    }
  }

  /** Appends text to the last text element of a tree, or adds a new one. */
  addText(text: string, tree: Element = this.tree, kind: 'raw_text' | 'text' | 'raw' = this.textKind): void {
    const last = tree.children[tree.children.length - 1];
    if (last !== undefined && last.kind === kind) last.value += text;
    else if (text !== '') tree.append(new Element(kind, text));
  }

  /** Adds a part of the scanned text, which must not be empty, as it is written. */
  addWritten(from: number, to: number): void {
    const { text } = this.scanner;
    const { children } = this.tree;
    const last = children[children.length - 1];
    if (last === undefined || last.kind !== this.textKind) {
      this.written = new Element(this.textKind, text.slice(from, to));
      this.writtenStart = from;
      this.tree.append(this.written);
    } else if (last === this.written && this.writtenStart + last.value.length === from) {
      // A string concatenated from very many pieces keeps them all in memory; a slice of the text does not.
      last.value = text.slice(this.writtenStart, to);
    } else last.value += text.slice(from, to);
  }

  /** Creates a block element, which gets the attribute list before it. Rules must create every block through this. */
  newBlock(kind: ElementKind, value = '', line?: number, options?: ElementOptions): Element {
    const element = new Element(kind, value, line, options);
    element.ial = this.blockIal;
    this.blockIal = undefined;
    return element;
  }

  applyIal(attributes: Attributes, ial: AttributeList): void {
    this.attributeLists.apply(attributes, ial);
  }

  /** Whether a block that needs a blank line before it may start here. */
  isAfterBlockBoundary(): boolean {
    const last = this.tree.children[this.tree.children.length - 1];
    if (last === undefined || last.kind === 'blank' || this.blockIal !== undefined) return true;
    return last.kind === 'eob' && last.value === '';
  }

  saveEnvironment(): Environment {
    const { scanner, tree, blockIal, textKind, inside } = this;
    return { scanner, tree, blockIal, textKind, inside };
  }

  restoreEnvironment(environment: Environment): void {
    Object.assign(this, environment);
  }

  /**
   * Parses a text, or without one the rest of the scanned text, into blocks of an element; whether its end tag was
   * found.
   */
  parseBlocks(element: Element, text?: string): boolean {
    const { tree, scanner, blockIal } = this;
    this.tree = element;
    this.blockIal = undefined;
    if (text !== undefined) this.scanner = new Scanner(text, element.line);
    let isStopped = false;
    while (!isStopped && !this.scanner.atEnd) isStopped = this.parseBlock();
    this.tree = tree;
    this.scanner = scanner;
    this.blockIal = blockIal;
    return isStopped;
  }

  private parseBlock(): boolean {
    for (const rule of this.dialect.blocks.startingAt(this.scanner)) {
      const result = rule.parse(this);
      if (result !== false) return result === 'stop';
    }
    this.warn(() => 'Warning: this should not occur - no block parser handled the line');
    const start = this.scanner.pos;
    this.scanner.pos = this.scanner.lineEnd();
    this.addText(this.scanner.text.slice(start, this.scanner.pos));
    return false;
  }

  /**
   * Parses the text from here on into the spans of an element, until `stop` is met or the text ends.
   *
   * @param take receives complete spans whenever there are many, for texts too long to keep all their spans in memory
   * @returns whether `stop` was met; if not, the caller discards what was parsed
   */
  parseSpans(element: Element, stop?: Stop, rules = this.dialect.spans, take?: TakeSpans): boolean {
    const { tree, inside } = this;
    this.tree = element;
    this.inside |= INSIDE[element.kind] ?? 0;
    this.depth++;
    const isStopped = this.parseSpansUntil(element, stop, rules, take);
    this.depth--;
    this.tree = tree;
    this.inside = inside;
    return isStopped;
  }

  private parseSpansUntil(
    element: Element,
    stop: Stop | undefined,
    rules: SpanRuleTable,
    take: TakeSpans | undefined,
  ): boolean {
    const { scanner } = this;
    const { text } = scanner;
    const first = scanner.pos;
    const retries = stop?.retries === true;
    let trail: Trail | undefined;
    while (scanner.pos < text.length) {
      const start = scanner.pos;
      const next = rules.nextStart(text, start);
      if (next > start) this.addWritten(start, next);
      scanner.pos = next;
      if (next >= text.length) break;
      // Opened late if need be: failures inside this very span may be what made remembering worthwhile.
      if (retries && trail === undefined) trail = scanner.memory?.open(stop, element, this.inside, rules);
      if (trail?.isHopeless(next, element) === true) break;
      trail?.pass(next, element);
      if (stop?.isMet(this, element) === true) {
        trail?.close(true, next);
        return true;
      }
      this.parseSpan(rules);
      if (take !== undefined && element.children.length > MANY_SPANS) handOverComplete(element, take);
    }
    if (retries) this.noteWaste(scanner.pos - first);
    trail?.close(false, text.length);
    return false;
  }

  /** Counts text that was parsed in vain; when there is much of it, the scanner starts to learn from failures. */
  noteWaste(characters: number): void {
    this.scanner.memory ??= new SpanMemory(this.scanner.text.length);
    this.scanner.memory.noteWaste(characters);
  }

  /** Whether spans have failed so often, or are nested so deeply, that looking ahead for their end pays off. */
  get isWary(): boolean {
    return this.depth > WARY_DEPTH || this.scanner.memory?.isActive === true;
  }

  /** The start of the run of underscores that ends before `pos`. */
  startOfRun(pos: number): number {
    const { text } = this.scanner;
    let start = pos;
    while (start > 0 && text.charCodeAt(start - 1) === UNDERSCORE) {
      start--;
      if (start === this.run.end && this.run.scanner === this.scanner) start = this.run.start;
    }
    this.run = { scanner: this.scanner, start, end: pos };
    return start;
  }

  private parseSpan(rules: SpanRuleTable): void {
    const { scanner } = this;
    const candidates = rules.startingAt(scanner.text, scanner.pos);
    for (let index = 0; index < candidates.length; index++) {
      const rule = candidates[index];
      if (rule?.parse(this) === true) return;
    }
    this.addWritten(scanner.pos, ++scanner.pos);
  }

  /** Parses a separate text into the spans of an element, as if nothing surrounded it. */
  parseSpanText(element: Element, text: string, line: number | undefined, rules?: SpanRuleTable): void {
    const environment = this.saveEnvironment();
    this.scanner = new Scanner(text, line);
    this.inside = 0;
    this.parseSpans(element, undefined, rules);
    this.restoreEnvironment(environment);
  }
}
