import { BYTE_ORDER_MARK, HASH, HYPHEN, PERCENT, SPACE, TAB } from './codes.ts';
import { Cursor, END, isBlankOrEnd, isBreakOrEnd, type Mark, type YamlError } from './cursor.ts';
import { scanBlockScalar, scanPlain, scanQuoted } from './scan-scalar.ts';
import { scanAnchor, scanDirective, scanTag } from './scan-tag.ts';
import type { Token, TokenKind } from './token.ts';

/** A position at which a key without `?` may have begun; whether it did is known only at the `:`. */
interface SimpleKey {
  /** Whether it must be a key, since nothing else is allowed at its column. */
  readonly isRequired: boolean;
  readonly tokenNumber: number;
  readonly mark: Mark;
}

const LONGEST_SIMPLE_KEY = 1024;

/** Characters that begin a token of their own and so cannot begin a plain scalar. */
const INDICATORS = '-?:,[]{}#&*!|>\'"%@`';

/**
 * Splits YAML text into tokens, one at a time, as libyaml 0.2.5 does: it accepts the same constructs, and rejects the
 * same ones with the same messages.
 */
export class Scanner {
  private readonly cursor: Cursor;
  private readonly queue: Token[] = [];
  private taken = 0;
  private indent = -1;
  private readonly indents: number[] = [];
  /** The possible key of each flow level, outermost first. */
  private readonly keys: (SimpleKey | undefined)[] = [undefined];
  private isKeyAllowed = true;
  private isEnded = false;

  constructor(text: string) {
    this.cursor = new Cursor(text);
  }

  /** The next token, without consuming it. */
  peek(): Token {
    while (this.needsMore()) this.fetch();
    const [token] = this.queue;
    if (token === undefined) throw this.cursor.error('found unexpected end of stream');
    return token;
  }

  /** Consumes and returns the next token. */
  next(): Token {
    const token = this.peek();
    this.queue.shift();
    this.taken++;
    return token;
  }

  get text(): string {
    return this.cursor.text;
  }

  private get isInFlow(): boolean {
    return this.keys.length > 1;
  }

  /** The first token is final only when no key can turn out to begin before it. */
  private needsMore(): boolean {
    if (this.queue.length === 0) return true;
    for (let level = 0; level < this.keys.length; level++) {
      if (this.validKey(level)?.tokenNumber === this.taken) return true;
    }
    return false;
  }

  /**
   * The possible key of a level, unless it has become impossible: a simple key is on one line and within 1024
   * characters.
   */
  private validKey(level: number): SimpleKey | undefined {
    const key = this.keys[level];
    if (key === undefined) return undefined;
    const { line, index } = this.cursor;
    if (key.mark.line === line && key.mark.index + LONGEST_SIMPLE_KEY >= index) return key;
    this.dropKey(level);
    return undefined;
  }

  private dropKey(level: number): void {
    const key = this.keys[level];
    if (key?.isRequired === true) {
      throw this.cursor.error("could not find expected ':'", 'while scanning a simple key', key.mark);
    }
    this.keys[level] = undefined;
  }

  private dropCurrentKey(): void {
    this.dropKey(this.keys.length - 1);
  }

  private saveKey(): void {
    if (!this.isKeyAllowed) return;
    this.dropCurrentKey();
    const { mark } = this.cursor;
    this.keys[this.keys.length - 1] = {
      isRequired: !this.isInFlow && this.indent === mark.column,
      tokenNumber: this.taken + this.queue.length,
      mark,
    };
  }

  private openBlock(column: number, kind: 'block-sequence-start' | 'block-mapping-start', start: Mark, at?: number) {
    if (this.isInFlow || this.indent >= column) return;
    this.indents.push(this.indent);
    this.indent = column;
    this.queue.splice(at ?? this.queue.length, 0, { kind, start });
  }

  private closeBlocks(column: number): void {
    if (this.isInFlow) return;
    while (this.indent > column) {
      this.queue.push({ kind: 'block-end', start: this.cursor.mark });
      this.indent = this.indents.pop() ?? -1;
    }
  }

  private push(kind: PlainKind, length: number): void {
    const start = this.cursor.mark;
    this.cursor.skip(length);
    this.queue.push({ kind, start });
  }

  private fetch(): void {
    this.skipToToken();
    for (let level = 0; level < this.keys.length; level++) this.validKey(level);
    const { cursor } = this;
    this.closeBlocks(cursor.column);
    const code = cursor.charCode();
    if (code === END) this.fetchEnd();
    else if (cursor.column === 0 && code === PERCENT) this.fetchDirective();
    else if (cursor.atDocumentIndicator())
      this.fetchDocumentIndicator(code === HYPHEN ? 'document-start' : 'document-end');
    else this.fetchByCharacter(String.fromCharCode(code), isBlankOrEnd(cursor.charCode(1)));
  }

  private fetchByCharacter(character: string, isAlone: boolean): void {
    if (!INDICATORS.includes(character)) {
      if (character === '\t') throw this.noToken();
      this.fetchPlain();
    } else if ('-?:'.includes(character)) {
      if (!isAlone && (character === '-' || !this.isInFlow)) this.fetchPlain();
      else this.fetchBlockSign(character);
    } else if ('[]{},'.includes(character)) this.fetchFlowSign(character);
    else this.fetchNodeSign(character);
  }

  private fetchBlockSign(character: string): void {
    if (character === '-') this.fetchBlockEntry();
    else if (character === '?') this.fetchKey();
    else this.fetchValue();
  }

  private fetchFlowSign(character: string): void {
    if (character === '[') this.openFlow('flow-sequence-start');
    else if (character === '{') this.openFlow('flow-mapping-start');
    else if (character === ']') this.closeFlow('flow-sequence-end');
    else if (character === '}') this.closeFlow('flow-mapping-end');
    else this.fetchFlowEntry();
  }

  private fetchNodeSign(character: string): void {
    if (character === '"') this.fetchNodePart(() => this.quoted('double'));
    else if (character === "'") this.fetchNodePart(() => this.quoted('single'));
    else if (character === '!') this.fetchNodePart(() => scanTag(this.cursor, this.isInFlow));
    else if (character === '&') this.fetchNodePart(() => scanAnchor(this.cursor, 'anchor'));
    else if (character === '*') this.fetchNodePart(() => scanAnchor(this.cursor, 'alias'));
    else if (character === '|' && !this.isInFlow) this.fetchBlockScalar('literal');
    else if (character === '>' && !this.isInFlow) this.fetchBlockScalar('folded');
    else throw this.noToken();
  }

  private noToken(): YamlError {
    return this.cursor.error('found character that cannot start any token', 'while scanning for the next token');
  }

  private skipToToken(): void {
    const { cursor } = this;
    for (;;) {
      let code = cursor.charCode();
      // A tab is not allowed where it could be taken for indentation.
      while (
        code === SPACE ||
        (code === TAB && (this.isInFlow || !this.isKeyAllowed)) ||
        (code === BYTE_ORDER_MARK && cursor.column === 0)
      ) {
        cursor.skip();
        code = cursor.charCode();
      }
      if (code === HASH) cursor.skipToBreak();
      code = cursor.charCode();
      if (code === END || !isBreakOrEnd(code)) return;
      cursor.readBreak();
      if (!this.isInFlow) this.isKeyAllowed = true;
    }
  }

  private fetchEnd(): void {
    if (this.isEnded) throw this.cursor.error('found unexpected end of stream');
    this.cursor.endLine();
    this.closeBlocks(-1);
    this.dropCurrentKey();
    this.isEnded = true;
    this.queue.push({ kind: 'stream-end', start: this.cursor.mark });
  }

  private fetchDirective(): void {
    this.closeBlocks(-1);
    this.dropCurrentKey();
    this.isKeyAllowed = false;
    this.queue.push(scanDirective(this.cursor));
  }

  private fetchDocumentIndicator(kind: 'document-start' | 'document-end'): void {
    this.closeBlocks(-1);
    this.dropCurrentKey();
    this.isKeyAllowed = false;
    this.push(kind, 3);
  }

  private openFlow(kind: 'flow-sequence-start' | 'flow-mapping-start'): void {
    this.saveKey();
    this.keys.push(undefined);
    this.isKeyAllowed = true;
    this.push(kind, 1);
  }

  private closeFlow(kind: 'flow-sequence-end' | 'flow-mapping-end'): void {
    this.dropCurrentKey();
    if (this.isInFlow) this.keys.pop();
    this.isKeyAllowed = false;
    this.push(kind, 1);
  }

  private fetchFlowEntry(): void {
    this.dropCurrentKey();
    this.isKeyAllowed = true;
    this.push('flow-entry', 1);
  }

  private fetchBlockEntry(): void {
    if (!this.isInFlow && !this.isKeyAllowed) {
      throw this.cursor.error('block sequence entries are not allowed in this context');
    }
    this.openBlock(this.cursor.column, 'block-sequence-start', this.cursor.mark);
    this.dropCurrentKey();
    this.isKeyAllowed = true;
    this.push('block-entry', 1);
  }

  private fetchKey(): void {
    if (!this.isInFlow && !this.isKeyAllowed) throw this.cursor.error('mapping keys are not allowed in this context');
    this.openBlock(this.cursor.column, 'block-mapping-start', this.cursor.mark);
    this.dropCurrentKey();
    this.isKeyAllowed = !this.isInFlow;
    this.push('key', 1);
  }

  private fetchValue(): void {
    const level = this.keys.length - 1;
    const key = this.validKey(level);
    if (key !== undefined) {
      const at = key.tokenNumber - this.taken;
      this.queue.splice(at, 0, { kind: 'key', start: key.mark });
      this.openBlock(key.mark.column, 'block-mapping-start', key.mark, at);
      this.keys[level] = undefined;
      this.isKeyAllowed = false;
    } else {
      if (!this.isInFlow && !this.isKeyAllowed) {
        throw this.cursor.error('mapping values are not allowed in this context');
      }
      this.openBlock(this.cursor.column, 'block-mapping-start', this.cursor.mark);
      this.isKeyAllowed = !this.isInFlow;
    }
    this.push('value', 1);
  }

  /** Anchors, tags and scalars may begin a key, but no key may begin directly after them. */
  private fetchNodePart(scan: () => Token): void {
    this.saveKey();
    this.isKeyAllowed = false;
    this.queue.push(scan());
  }

  private quoted(style: 'single' | 'double'): Token {
    const start = this.cursor.mark;
    return { kind: 'scalar', value: scanQuoted(this.cursor, style), style, start };
  }

  private fetchPlain(): void {
    this.saveKey();
    this.isKeyAllowed = false;
    const start = this.cursor.mark;
    const { value, endsOnNewLine } = scanPlain(this.cursor, { isInFlow: this.isInFlow, indent: this.indent });
    if (endsOnNewLine) this.isKeyAllowed = true;
    this.queue.push({ kind: 'scalar', value, style: 'plain', start });
  }

  private fetchBlockScalar(style: 'literal' | 'folded'): void {
    this.dropCurrentKey();
    this.isKeyAllowed = true;
    const start = this.cursor.mark;
    const place = { isInFlow: false, indent: this.indent };
    const value = scanBlockScalar(this.cursor, style, place);
    this.queue.push({ kind: 'scalar', value, style, start });
  }
}

/** The kinds of tokens that carry nothing but their position. */
type PlainKind = Exclude<TokenKind, 'tag-directive' | 'alias' | 'anchor' | 'tag' | 'scalar'>;
