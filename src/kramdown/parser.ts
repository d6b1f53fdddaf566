import { UttersonError } from '../errors.ts';
import { type AttributeList, AttributeListDefinitions } from './attribute-list.ts';
import type { BlockRuleTable, SpanRuleTable } from './dispatch.ts';
import { type Attributes, Element, type ElementKind, type ElementOptions } from './element.ts';
import { normalizeLinkId } from './link-id.ts';
import { type OptionName, type Settings, setOption } from './options.ts';
import { Scanner } from './scanner.ts';
import { SpanMemory, type Trail } from './span-memory.ts';
import type { Stop } from './span-stop.ts';

/** A warning, put into words when somebody asks for it. */
export type Warning = () => string;

/** What a `[id]: url "title"` line defines; its attribute list is the one of the block element it leaves behind. */
export interface LinkDefinition {
  readonly url: string;
  readonly title: string | undefined;
  readonly element: Element | undefined;
}

export interface FootnoteDefinition {
  readonly content: Element;
  /** The element the definition leaves behind, which holds its attributes. */
  readonly element: Element;
  isReferenced: boolean;
}

export interface AbbreviationDefinition {
  text: string;
  element: Element;
}

/** How one dialect of the input differs from another. */
export interface Dialect {
  readonly blocks: BlockRuleTable;
  readonly spans: SpanRuleTable;
  /** The rule for HTML alone, for bodies that are not parsed otherwise. */
  readonly htmlSpans: SpanRuleTable;
  /** The rules that tell whether the lines of a table have pipes outside of code. */
  readonly tableCheckSpans: SpanRuleTable;
  /** Whether the line at a position ends a paragraph. */
  readonly endsParagraph: (scanner: Scanner, at: number) => boolean;
  /** Whether the line at a position ends a quote, or text that goes on lazily. */
  readonly endsLazyText: (scanner: Scanner, at: number) => boolean;
  readonly hasAttributeLists: boolean;
  /** The text of a heading or a term from which its id is made. */
  readonly plainText: (element: Element) => string;
  readonly isGfm: boolean;
}

/** Spans inside which a span of the same kind cannot start, as bits. */
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

/** Spans nested deeper than this are looked ahead for, so that hostile ones do not go deeper and deeper in vain. */
const WARY_DEPTH = 32;
const UNDERSCORE = 95;

/** Is handed spans that are complete. */
export type TakeSpans = (spans: Element[]) => void;

const MANY_SPANS = 2000;

/** Hands over all spans but the last, to which more may come; the last one handed over is no text. */
function takeComplete(element: Element, take: TakeSpans): void {
  const { children } = element;
  let end = children.length - 1;
  if (children[end - 1]?.kind === 'text') end--;
  element.children = children.slice(end);
  take(children.slice(0, end));
}

/** What is set aside while a text of its own is parsed. */
export interface Environment {
  readonly scanner: Scanner;
  readonly tree: Element;
  readonly blockIal: AttributeList | undefined;
  readonly textKind: 'raw_text' | 'text';
  readonly inside: number;
}

/**
 * The state of parsing one document, and what the rules for blocks and spans share.
 *
 * Blocks are parsed first: they leave `raw_text` elements, which `resolve` then parses as spans.
 */
export class Parser {
  scanner: Scanner = new Scanner('');
  tree: Element;
  /** An attribute list that waits for the next block. */
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
  /** The last text element that was made of a part of the text that is scanned, and where that starts. */
  private written: Element | undefined = undefined;
  private writtenStart = 0;
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

  /** Sets an option from within the document, for the writer too; a value that makes no sense is passed over. */
  setInlineOption(name: OptionName, value: string): void {
    try {
      setOption(this.settings, name, value);
    } catch (error) {
      if (!(error instanceof UttersonError)) throw error;
    }
  }

  /** Adds text to the last text of an element, or as a new one. */
  addText(text: string, tree: Element = this.tree, kind: 'raw_text' | 'text' | 'raw' = this.textKind): void {
    const last = tree.children[tree.children.length - 1];
    if (last !== undefined && last.kind === kind) last.value += text;
    else if (text !== '') tree.append(new Element(kind, text));
  }

  /** Adds a part of the text that is scanned, which is not empty. */
  addWritten(from: number, to: number): void {
    const { text } = this.scanner;
    const { children } = this.tree;
    const last = children[children.length - 1];
    if (last === undefined || last.kind !== this.textKind) {
      this.written = new Element(this.textKind, text.slice(from, to));
      this.writtenStart = from;
      this.tree.append(this.written);
    } else if (last === this.written && this.writtenStart + last.value.length === from) {
      // What is added up of very many pieces keeps them all in memory; one piece of the text does not.
      last.value = text.slice(this.writtenStart, to);
    } else last.value += text.slice(from, to);
  }

  /** A block element with the attribute list that stood before it. Every block must be made here. */
  newBlock(kind: ElementKind, value = '', line?: number, options?: ElementOptions): Element {
    const element = new Element(kind, value, line, options);
    element.ial = this.blockIal;
    this.blockIal = undefined;
    return element;
  }

  applyIal(attributes: Attributes, ial: AttributeList): void {
    this.attributeLists.apply(attributes, ial);
  }

  /** Whether a block may start here that needs a blank line before it. */
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

  /** Parses a text, or what follows here, into the blocks of an element; whether its end tag was found. */
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
   * Parses the text from here on into the spans of an element, up to where `stop` says, or to the end.
   *
   * @param take is given those that are complete whenever there are many, for texts too long to hold all their spans
   * @returns whether `stop` was met. If it was not, what was parsed so far is to be thrown away.
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
      // Failures inside this very span may have been what made remembering worth while.
      if (retries && trail === undefined) trail = scanner.memory?.open(stop, element, this.inside, rules);
      if (trail?.isHopeless(next, element) === true) break;
      trail?.pass(next, element);
      if (stop?.isMet(this, element) === true) {
        trail?.close(true, next);
        return true;
      }
      this.parseSpan(rules);
      if (take !== undefined && element.children.length > MANY_SPANS) takeComplete(element, take);
    }
    if (retries) this.noteWaste(scanner.pos - first);
    trail?.close(false, text.length);
    return false;
  }

  /** Counts text that was parsed in vain, for the scanner to learn from failures when there are many. */
  noteWaste(characters: number): void {
    this.scanner.memory ??= new SpanMemory(this.scanner.text.length);
    this.scanner.memory.noteWaste(characters);
  }

  /** Whether spans have failed so often, or are nested so deep, that a look ahead pays. */
  get isWary(): boolean {
    return this.depth > WARY_DEPTH || this.scanner.memory?.isActive === true;
  }

  /** Where the run of underscores that ends before `pos` starts. */
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

  /** Parses a text of its own into the spans of an element; what surrounds it does not count. */
  parseSpanText(element: Element, text: string, line: number | undefined, rules?: SpanRuleTable): void {
    const environment = this.saveEnvironment();
    this.scanner = new Scanner(text, line);
    this.inside = 0;
    this.parseSpans(element, undefined, rules);
    this.restoreEnvironment(environment);
  }
}
