import { AbbreviationReplacer } from './abbreviations.ts';
import { addCells } from './block/table-row.ts';
import { Element, type ElementKind, isSpan } from './element.ts';
import { GfmUpdater } from './gfm.ts';
import type { Parser } from './parser.ts';
import { lineOf, Scanner } from './scanner.ts';

/** Blocks whose value is their text until it is parsed. */
const HOLD_TEXT: ReadonlySet<ElementKind> = new Set<ElementKind>(['p', 'header', 'dt', 'td']);

/**
 * Parses the spans of blocks, applies their attribute lists, and does what follows from both.
 *
 * The writer opens each block when it comes to it and lets go of it afterwards: the spans of a long document never stand
 * in memory at once.
 */
export class Resolver {
  private readonly abbreviations: AbbreviationReplacer | undefined;
  private gfm: GfmUpdater | undefined = undefined;
  private isFinished = false;
  /** Blocks that were opened with all in them, before the writer came to them. */
  private readonly opened = new Set<Element>();

  constructor(private readonly parser: Parser) {
    const { abbreviations } = parser;
    if (abbreviations.size > 0) this.abbreviations = new AbbreviationReplacer(abbreviations);
    // A definition may stand behind its use.
    for (const { element } of abbreviations.values()) this.applyIal(element);
  }

  /**
   * Resolves what stands in a block, but not what stands in the blocks inside it.
   *
   * @param isOwn whether GFM's changes apply: they do not in HTML elements and in footnotes
   */
  open(block: Element, isOwn: boolean): void {
    if (this.isFinished || this.opened.has(block)) return;
    const { dialect, settings } = this.parser;
    const text = block.value;
    if (block.options.row !== undefined) addCells(this.parser, block, block.options.row);
    this.resolveChildren(block, isOwn);
    if (block.kind === 'header' || block.kind === 'dt') {
      const isStripped = block.kind === 'dt' || dialect.isGfm || settings.auto_id_stripping;
      const rawText = isStripped ? dialect.plainText(block) : (block.options.rawText ?? text);
      block.options = { ...block.options, rawText };
    }
    this.abbreviations?.replaceIn(block);
    if (isOwn && block.kind !== 'html_element') this.updateForGfm(block);
  }

  /** Resolves a block and all blocks in it. */
  openAll(block: Element, isOwn: boolean): void {
    this.open(block, isOwn);
    this.opened.add(block);
    const areOwn = isOwn && block.kind !== 'html_element';
    for (const child of block.children) if (!isSpan(child)) this.openAll(child, areOwn);
  }

  /** Resolves the whole document: GFM's changes come last, as spans may set the options for them. */
  openDocument(root: Element): void {
    this.openAll(root, false);
    this.finish();
    this.updateAllForGfm(root);
  }

  private updateAllForGfm(block: Element): void {
    this.updateForGfm(block);
    for (const child of block.children) {
      if (!isSpan(child) && child.kind !== 'html_element') this.updateAllForGfm(child);
    }
  }

  private updateForGfm(block: Element): void {
    if (!this.parser.dialect.isGfm) return;
    this.gfm ??= new GfmUpdater(this.parser.settings);
    this.gfm.update(block);
  }

  /** Resolves the footnotes; all else is resolved by now. */
  finish(): void {
    if (this.isFinished) return;
    const { footnotes } = this.parser;
    for (const { content } of footnotes.values()) this.openAll(content, false);
    this.isFinished = true;
    for (const [name, { content, isReferenced }] of footnotes) {
      if (isReferenced) continue;
      this.parser.warn(
        () => `Footnote definition for '${name}' on line ${lineOf(content.location)} is unreferenced - ignoring`,
      );
    }
  }

  private resolveChildren(block: Element, isOwn: boolean): void {
    const { children } = block;
    const [only] = children;
    if (HOLD_TEXT.has(block.kind) && block.value !== '') this.parseOwnText(block);
    else if (only?.kind === 'raw_text' && children.length === 1) {
      this.parseRawText(only, block);
      block.children = only.children;
    } else if (children.length > 0) {
      block.children = this.resolveEach(children, block, isOwn);
    }
  }

  /** Of the blank lines with nothing but ends of blocks between them the first ones stay. */
  private resolveEach(children: readonly Element[], block: Element, isOwn: boolean): Element[] {
    const resolved: Element[] = [];
    const areOwn = isOwn && block.kind !== 'html_element';
    let isBlank = false;
    let opened = 0;
    for (const child of children) {
      if (child.kind === 'raw_text') {
        // Blocks before text are resolved before it: a failed emphasis drops the warnings that came so far.
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

  /** Parses the text that a block itself holds. */
  private parseOwnText(block: Element): void {
    const text = new Element('raw_text', block.value);
    this.parseRawText(text, block);
    block.value = '';
    block.children = text.children;
  }

  private parseRawText(text: Element, parent: Element): void {
    const { parser } = this;
    parser.scanner = new Scanner(text.value, parent.location);
    parser.textKind = 'text';
    parser.inside = 0;
    parser.parseSpans(text);
  }
}
