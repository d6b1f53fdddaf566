import { AbbreviationReplacer } from './abbreviations.ts';
import { addCells } from './block/table-row.ts';
import { Element, type ElementKind, isSpan } from './element.ts';
import { GfmUpdater } from './gfm.ts';
import type { Parser, TakeSpans } from './parser.ts';
import { Scanner } from './scanner.ts';

/** Blocks whose text is their `value` until it is parsed. */
const HOLD_TEXT: ReadonlySet<ElementKind> = new Set<ElementKind>(['p', 'header', 'dt', 'td']);

/** Whether all children stay as they are: none is unparsed text, an end-of-block, or a blank line after another. */
function areFinal(children: readonly Element[]): boolean {
  let before: ElementKind | undefined;
  for (const { kind } of children) {
    if (kind === 'raw_text' || kind === 'eob' || (kind === 'blank' && before === 'blank')) return false;
    before = kind;
  }
  return true;
}

/**
 * Parses the text of blocks into spans, applies attribute lists, replaces abbreviations and makes GFM's changes.
 *
 * The writer opens each block when it reaches it and releases it afterwards, so that the spans of a long document are
 * never in memory all at once.
 */
export class Resolver {
  private readonly abbreviations: AbbreviationReplacer | undefined;
  private gfm: GfmUpdater | undefined = undefined;
  private isFinished = false;
  /** Blocks that `openAll` opened before the writer reached them. */
  private readonly opened = new Set<Element>();

  constructor(private readonly parser: Parser) {
    const { abbreviations } = parser;
    if (abbreviations.size > 0) this.abbreviations = new AbbreviationReplacer(abbreviations);
    // Definitions may come after their use, so their attribute lists are applied first.
    for (const { element } of abbreviations.values()) this.applyIal(element);
  }

  /**
   * Resolves the contents of a block, but not those of the blocks inside it.
   *
   * @param isOwn whether GFM's changes apply: they do not in HTML elements and footnotes
   * @param take receives the resolved spans of a block with very many of them, in parts; the block keeps the last part
   */
  open(block: Element, isOwn: boolean, take?: TakeSpans): void {
    if (this.isFinished || this.opened.has(block)) return;
    const text = block.value;
    const takeParts = take && ((spans: Element[]) => take(this.finishPart(block.kind, spans, isOwn)));
    this.resolveContents(block, isOwn, takeParts);
    this.setRawText(block, text);
    this.finishSpans(block, isOwn);
  }

  private resolveContents(block: Element, isOwn: boolean, take?: TakeSpans): void {
    if (block.options.row !== undefined) addCells(block, block.options.row);
    this.resolveChildren(block, isOwn, take);
  }

  /** Keeps the text of a heading or a term for its id. */
  private setRawText(block: Element, text: string): void {
    if (block.kind !== 'header' && block.kind !== 'dt') return;
    const { dialect, settings } = this.parser;
    const isStripped = block.kind === 'dt' || dialect.isGfm || settings.auto_id_stripping;
    const rawText = isStripped ? dialect.plainText(block) : (block.options.rawText ?? text);
    block.options = { ...block.options, rawText };
  }

  private finishSpans(block: Element, isOwn: boolean): void {
    this.abbreviations?.replaceIn(block);
    if (isOwn && block.kind !== 'html_element') this.updateForGfm(block);
  }

  private finishPart(kind: ElementKind, spans: Element[], isOwn: boolean): Element[] {
    const part = new Element(kind);
    part.children = spans;
    this.finishSpans(part, isOwn);
    return part.children;
  }

  /** Resolves a block and all blocks inside it. */
  openAll(block: Element, isOwn: boolean): void {
    if (this.isFinished || this.opened.has(block)) return;
    this.resolveAll(block, isOwn);
    this.finishSpans(block, isOwn);
  }

  /** Resolves the contents of an element, and of the native spans in it that `html_to_native` made: they may hold blocks. */
  private resolveAll(element: Element, isOwn: boolean): void {
    const { html_to_native: hasNativeSpans } = this.parser.settings;
    const parsed = hasNativeSpans ? new Set(element.children) : undefined;
    const text = element.value;
    this.resolveContents(element, isOwn);
    this.opened.add(element);
    const areOwn = isOwn && element.kind !== 'html_element';
    for (const child of element.children) {
      if (!isSpan(child)) this.openAll(child, areOwn);
      else if (parsed?.has(child) === true) this.resolveAll(child, false);
    }
    this.setRawText(element, text);
  }

  /** Resolves the whole document. GFM's changes come last, since spans may set options that affect them. */
  openDocument(root: Element): void {
    this.openAll(root, false);
    this.finish();
    this.updateAllForGfm(root);
  }

  private updateAllForGfm(block: Element): void {
    if (this.updateForGfm(block)) this.updateBlocksIn(block);
  }

  /** Updates the blocks in an element, and those in its spans, as `html_to_native` makes them. */
  private updateBlocksIn(element: Element): void {
    for (const child of element.children) {
      if (child.kind === 'html_element') continue;
      if (isSpan(child)) this.updateBlocksIn(child);
      else this.updateAllForGfm(child);
    }
  }

  /** Returns whether what is inside the block is changed too. */
  private updateForGfm(block: Element): boolean {
    if (!this.parser.dialect.isGfm) return false;
    this.gfm ??= new GfmUpdater(this.parser.settings, this.parser.dialect.gfmLineBreak);
    return this.gfm.update(block);
  }

  /** Resolves the footnotes, once everything else is resolved. */
  finish(): void {
    if (this.isFinished) return;
    const { footnotes } = this.parser;
    for (const { content } of footnotes.values()) this.openAll(content, false);
    this.isFinished = true;
    for (const [name, { content, isReferenced }] of footnotes) {
      if (isReferenced) continue;
      this.parser.warn(() => `Footnote definition for '${name}' on line ${content.line} is unreferenced - ignoring`);
    }
  }

  private resolveChildren(block: Element, isOwn: boolean, take: TakeSpans | undefined): void {
    const { children } = block;
    const [only] = children;
    if (HOLD_TEXT.has(block.kind) && block.value !== '') this.parseOwnText(block, take);
    else if (only?.kind === 'raw_text' && children.length === 1) {
      this.parseRawText(only, block);
      block.children = only.children;
    } else if (areFinal(children)) {
      for (const child of children) this.applyIal(child);
    } else block.children = this.resolveEach(children, block, isOwn);
  }

  /** Resolves children one by one. Blank lines with nothing but ends of blocks between them count as one. */
  private resolveEach(children: readonly Element[], block: Element, isOwn: boolean): Element[] {
    const resolved: Element[] = [];
    const areOwn = isOwn && block.kind !== 'html_element';
    let isBlank = false;
    let opened = 0;
    for (const child of children) {
      if (child.kind === 'raw_text') {
        // Blocks are resolved before the text after them: a failed emphasis drops all warnings up to there.
        for (const sibling of resolved.slice(opened)) if (!isSpan(sibling)) this.openAll(sibling, areOwn);
        this.parseRawText(child, block);
        for (const span of child.children) resolved.push(span);
        opened = resolved.length;
      } else {
        if (child.kind !== 'eob') this.applyIal(child);
        if (child.kind !== 'eob' && !(isBlank && child.kind === 'blank')) resolved.push(child);
      }
      if (child.kind !== 'eob') isBlank = child.kind === 'blank';
    }
    return resolved;
  }

  private applyIal(element: Element): void {
    if (element.ial !== undefined && !isSpan(element)) this.parser.applyIal(element.attributes, element.ial);
  }

  /** Parses the text in a block's `value`. */
  private parseOwnText(block: Element, take: TakeSpans | undefined): void {
    const text = new Element('raw_text', block.value);
    this.parseRawText(text, block, take);
    block.value = '';
    block.children = text.children;
  }

  private parseRawText(text: Element, parent: Element, take?: TakeSpans): void {
    const { parser } = this;
    parser.scanner = new Scanner(text.value, parent.line);
    parser.textKind = 'text';
    parser.inside = 0;
    parser.parseSpans(text, undefined, undefined, take);
  }
}
