import { BlockBody, type UnknownTag } from './block-body.ts';
import type { Context } from './context.ts';
import { type Expression, parseExpression } from './expression.ts';
import { LiquidError } from './liquid-error.ts';
import type { ParseContext } from './parse-context.ts';
import type { TokenSource } from './tokenizer.ts';
import { parseVariable, type Variable } from './variable.ts';

/** A parsed tag, which can be rendered any number of times. */
export interface TagNode {
  /** What the tag prints: a string, an array of strings, or any value by its `to_s`. */
  render(context: Context): unknown;
  /**
   * Whether the tag prints nothing but white space at most, so that it does not keep a block around it from being silent
   * (Ruby's `blank?`). By default a block is blank if all its bodies are, and a tag without a body is not.
   */
  readonly isBlank?: boolean;
  /** Whether it prints exactly the output of a body or a partial, and therefore in their encoding (`first-piece.ts`). */
  readonly printsBody?: boolean;
}

/**
 * Parses a tag; called once for every place where the tag occurs.
 *
 * @example
 * const parseShout: TagParser = (tag) => {
 *   const message = tag.parseVariable(tag.markup);
 *   return { render: (context) => `${toText(message.evaluate(context))}!` };
 * };
 * liquid.defineTag('shout', parseShout);
 */
export type TagParser = (tag: TagSource) => TagNode;

/**
 * Handles a tag in a block's body that is not registered, such as `else`; returns false if the block has no such
 * tag.
 */
export type UnknownTagHandler = (tag: UnknownTag) => boolean;

interface TagSourceParts {
  readonly name: string;
  readonly markup: string;
  readonly tokens: TokenSource;
  readonly parseContext: ParseContext;
}

/** A tag as written in a template, with methods to parse its markup and its body. */
export class TagSource {
  readonly name: string;
  /** The raw text between the tag's name and its end. */
  readonly markup: string;
  readonly line: number;
  readonly tokens: TokenSource;
  readonly parseContext: ParseContext;
  /** Whether a body was parsed. */
  isBlock = false;
  private areBodiesBlank = true;

  constructor(parts: TagSourceParts) {
    this.name = parts.name;
    this.markup = parts.markup;
    this.tokens = parts.tokens;
    this.parseContext = parts.parseContext;
    this.line = parts.parseContext.line;
  }

  /** Whether bodies were parsed and none prints more than white space. */
  get hasBlankBodies(): boolean {
    return this.isBlock && this.areBodiesBlank;
  }

  /**
   * Parses the block's body, up to `end` followed by the tag's name.
   *
   * @throws {LiquidError} a SyntaxError where the block is never closed
   * @example
   * liquid.defineTag('box', (tag) => {
   *   const body = tag.parseBody();
   *   return { render: (context) => `<div>${body.render(context)}</div>` };
   * });
   */
  parseBody(): BlockBody {
    const body = new BlockBody();
    this.parseBodies(() => body);
    return body;
  }

  /**
   * Parses a block that has inner tags of its own, as `if` has `else`.
   *
   * @param currentBody the body that the next pieces belong to; called again after each inner tag
   * @param takeTag handles an inner tag, or returns false if it is unknown
   * @throws {LiquidError} a SyntaxError where the block is never closed, or at an unknown tag
   */
  parseBodies(currentBody: () => BlockBody, takeTag: UnknownTagHandler = () => false): void {
    while (this.parsePart(currentBody(), takeTag));
  }

  /** Parses one body; returns whether the block continues after it. */
  parsePart(body: BlockBody, takeTag: UnknownTagHandler): boolean {
    this.isBlock = true;
    const unknown = this.parseContext.nest(() => body.parse(this.tokens, this.parseContext));
    this.areBodiesBlank &&= body.isBlank;
    if (unknown?.name === `end${this.name}`) return false;
    if (unknown === undefined) throw this.syntaxError(`'${this.name}' tag was never closed`);
    if (!takeTag(unknown)) this.rejectTag(unknown.name);
    return true;
  }

  private rejectTag(name: string): never {
    if (name === 'else') throw this.syntaxError(`${this.name} tag does not expect 'else' tag`);
    if (!name.startsWith('end')) throw this.syntaxError(`Unknown tag '${name}'`);
    throw this.syntaxError(`'${name}' is not a valid delimiter for ${this.name} tags. use end${this.name}`);
  }

  /** Parses an expression with filters, as in `{{ … }}`. */
  parseVariable(markup: string): Variable {
    return parseVariable(markup, this.parseContext);
  }

  /** Parses an expression without filters. */
  parseExpression(markup: string): Expression {
    return parseExpression(markup);
  }

  /** An error about this tag's syntax, to be thrown; the parser adds the line. */
  syntaxError(message: string): LiquidError {
    return new LiquidError('SyntaxError', message);
  }
}
