import { isWhiteSpace, stripLeft, stripRight } from '../util/values/ruby-text.ts';
import type { Context } from './context.ts';
import { printFirstPiece } from './first-piece.ts';
import { LiquidError } from './liquid-error.ts';
import type { ParseContext } from './parse-context.ts';
import type { TagNode } from './tag.ts';
import { TagSource } from './tag.ts';
import type { TokenSource } from './tokenizer.ts';
import { printValue } from './values.ts';
import { parseVariable, type Variable } from './variable.ts';

/** An output at its place in a template. */
export interface OutputEntry {
  readonly kind: 'output';
  readonly variable: Variable;
  readonly line: number;
}

/** A tag at its place in a template. */
export interface TagEntry {
  readonly kind: 'tag';
  readonly node: TagNode;
  readonly line: number;
  /** A block whose bodies can print only white space still runs, but prints nothing (Ruby's `blank?`). */
  readonly isSilent: boolean;
}

/** A piece of a body: text, an output or a tag. */
export type Entry = string | OutputEntry | TagEntry;

/** A tag that a body did not know and left to the block around it: `endif`, `else`, a misspelt one. */
export interface UnknownTag {
  readonly name: string;
  readonly markup: string;
}

const FULL_TAG = /^\{%-?[ \t\r\n\f\v]*(\w+)[ \t\r\n\f\v]*(.*)$/s;

/** The contents of a block or of a whole template: texts, outputs and tags (Liquid::BlockBody). */
export class BlockBody {
  readonly entries: Entry[] = [];
  /** Whether it prints at most white space, whatever the data. */
  isBlank = true;
  /** Index of the first entry that contributes to the output, even if nothing; `first-piece.ts` says why it matters. */
  private firstIndex = Number.POSITIVE_INFINITY;

  /** The first entry that contributes to the output; undefined if every entry is silent. */
  get first(): Entry | undefined {
    return this.entries[this.firstIndex];
  }

  /** Renders the entries in order; a pending `break` or `continue` stops at the tag that raised it. */
  render(context: Context): string {
    let output = '';
    let index = 0;
    let startsUsAscii = this.first === undefined;
    while (index < this.entries.length) {
      try {
        while (index < this.entries.length) {
          const entry = this.entries[index];
          if (entry === undefined) break;
          const isFirst = index === this.firstIndex;
          index++;
          const text = typeof entry === 'string' ? entry : renderEntry(entry, context, isFirst);
          if (isFirst && typeof entry === 'object') startsUsAscii = context.startsUsAscii;
          context.limits.addLength(text.length);
          output += text;
          if (context.interrupts.length > 0 && typeof entry === 'object' && entry.kind === 'tag') {
            context.startsUsAscii = startsUsAscii;
            return output;
          }
        }
      } catch (error) {
        const entry = this.entries[index - 1];
        output += context.handleError(error, typeof entry === 'object' ? entry.line : undefined);
      }
    }
    context.startsUsAscii = startsUsAscii;
    return output;
  }

  /**
   * Parses pieces up to the first tag that is not registered and returns that tag; undefined at the end of the template.
   */
  parse(tokens: TokenSource, parseContext: ParseContext): UnknownTag | undefined {
    parseContext.line = tokens.line;
    for (let token = tokens.shift(); token !== undefined; token = tokens.shift()) {
      const unknown = this.parsePiece(token, tokens, parseContext);
      if (unknown !== undefined) return unknown;
      parseContext.line = tokens.line;
    }
    return undefined;
  }

  /** Parses one piece; where it opens a block, the whole block. */
  parsePiece(token: string, tokens: TokenSource, parseContext: ParseContext): UnknownTag | undefined {
    if (token.startsWith('{%')) return this.addTag(token, tokens, parseContext);
    if (token.startsWith('{{')) this.addOutput(token, parseContext);
    else this.addText(token, parseContext);
    return undefined;
  }

  private addText(token: string, parseContext: ParseContext): void {
    const text = parseContext.trimsNextText ? stripLeft(token) : token;
    parseContext.trimsNextText = false;
    this.addEntry(text);
    this.isBlank &&= isWhiteSpace(text);
  }

  private addOutput(token: string, parseContext: ParseContext): void {
    this.trimAround(token, parseContext);
    if (token.length < 4 || !token.endsWith('}}')) {
      throw new LiquidError('SyntaxError', `Variable '${token}' was not properly terminated with regexp: /\\}\\}/`);
    }
    const start = token.charAt(2) === '-' ? 3 : 2;
    const end = token.length - 2;
    const markup = token.slice(start, token.charAt(end - 1) === '-' && end > start ? end - 1 : end);
    const line = parseContext.line;
    this.addEntry({ kind: 'output', variable: parseVariable(markup, parseContext), line });
    this.isBlank = false;
  }

  private addTag(token: string, tokens: TokenSource, parseContext: ParseContext): UnknownTag | undefined {
    this.trimAround(token, parseContext);
    const match = token.endsWith('%}') && token.length >= 4 ? FULL_TAG.exec(token.slice(0, tagEnd(token))) : null;
    if (match === null) {
      throw new LiquidError('SyntaxError', `Tag '${token}' was not properly terminated with regexp: /\\%\\}/`);
    }
    const name = match[1] ?? '';
    const markup = match[2] ?? '';
    const parser = parseContext.liquid.findTag(name);
    if (parser === undefined) return { name, markup };
    const source = new TagSource({ name, markup, tokens, parseContext });
    const line = parseContext.line;
    const node = requireNode(name, parser(source));
    const isBlank = node.isBlank ?? source.hasBlankBodies;
    this.addEntry({ kind: 'tag', node, line, isSilent: source.isBlock && isBlank });
    this.isBlank &&= isBlank;
    return undefined;
  }

  private addEntry(entry: Entry): void {
    const prints = typeof entry === 'string' || entry.kind === 'output' || !entry.isSilent;
    if (prints && this.first === undefined) this.firstIndex = this.entries.length;
    this.entries.push(entry);
  }

  /** `{%-` strips the white space before the tag, `-%}` the white space after it. */
  private trimAround(token: string, parseContext: ParseContext): void {
    const last = this.entries.length - 1;
    const before = this.entries[last];
    if (token.charAt(2) === '-' && typeof before === 'string') this.entries[last] = stripRight(before);
    parseContext.trimsNextText = token.charAt(token.length - 3) === '-';
  }
}

function tagEnd(token: string): number {
  const end = token.length - 2;
  return token.charAt(end - 1) === '-' ? end - 1 : end;
}

function renderEntry(entry: OutputEntry | TagEntry, context: Context, isFirst: boolean): string {
  if (isFirst) return printFirstPiece(entry, context);
  if (entry.kind === 'output') return printValue(entry.variable.evaluate(context));
  const text = printValue(entry.node.render(context));
  return entry.isSilent ? '' : text;
}

/** Plugins written in JavaScript have no compiler to tell them what a tag parser must return. */
function requireNode(tag: string, node: TagNode | null | undefined): TagNode {
  if (typeof node?.render === 'function') return node;
  const hint = '`parse` must return an object with a function `render`.';
  throw new LiquidError('SyntaxError', `the tag '${tag}' cannot be rendered`, undefined, hint);
}
