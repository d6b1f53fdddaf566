import { BlockBody, type UnknownTag } from './block-body.ts';
import type { Context } from './context.ts';
import { type Expression, parseExpression } from './expression.ts';
import { LiquidError } from './liquid-error.ts';
import type { ParseContext } from './parse-context.ts';
import type { TokenSource } from './tokenizer.ts';
import { parseVariable, type Variable } from './variable.ts';

/** A tag that was read and can be rendered, again and again. */
export interface TagNode {
  /** What the tag prints: a text, an array of texts, or any value by its `to_s`. */
  render(context: Context): unknown;
  /**
   * Whether the tag prints nothing that makes a block around it worth printing (Ruby's `blank?`).
   * Without it, a block is blank if all its bodies are, and a tag without a body is not.
   */
  readonly isBlank?: boolean;
  /** Whether what it prints is just what a body or a partial printed: its encoding in Ruby is then theirs. */
  readonly printsBody?: boolean;
}

/**
 * Reads a tag. It is called once for every place where the tag stands.
 *
 * @example
 * const parseShout: TagParser = (tag) => {
 *   const message = tag.parseVariable(tag.markup);
 *   return { render: (context) => `${toText(message.evaluate(context))}!` };
 * };
 * liquid.defineTag('shout', parseShout);
 */
export type TagParser = (tag: TagSource) => TagNode;

/** What a block does with a tag it meets in its body and that is not registered; false where it does not know it either. */
export type UnknownTagHandler = (tag: UnknownTag) => boolean;

interface TagSourceParts {
  readonly name: string;
  readonly markup: string;
  readonly tokens: TokenSource;
  readonly parseContext: ParseContext;
}

/** A tag as it stands in a template, and the means to read what belongs to it. */
export class TagSource {
  readonly name: string;
  /** The text between the tag's name and its end, just as it stands there. */
  readonly markup: string;
  readonly line: number;
  readonly tokens: TokenSource;
  readonly parseContext: ParseContext;
  /** Whether a body was read. */
  isBlock = false;
  private areBodiesBlank = true;

  constructor(parts: TagSourceParts) {
    this.name = parts.name;
    this.markup = parts.markup;
    this.tokens = parts.tokens;
    this.parseContext = parts.parseContext;
    this.line = parts.parseContext.line;
  }

  /** Whether bodies were read and none prints more than white space. */
  get hasBlankBodies(): boolean {
    return this.isBlock && this.areBodiesBlank;
  }

  /**
   * Reads the block's body, up to `end` and the tag's name.
   *
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
   * Reads a block that is cut by tags of its own, as `if` is by `else`.
   *
   * @param currentBody the body that what follows belongs to; asked again after each tag the block takes
   * @param takeTag takes a tag that is not registered, or gives false
   */
  parseBodies(currentBody: () => BlockBody, takeTag: UnknownTagHandler = () => false): void {
    while (this.parsePart(currentBody(), takeTag));
  }

  /** Reads one body; gives whether the block goes on after it. */
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

  /** Reads an expression with filters, as `{{ … }}` does. */
  parseVariable(markup: string): Variable {
    return parseVariable(markup, this.parseContext);
  }

  /** Reads an expression without filters. */
  parseExpression(markup: string): Expression {
    return parseExpression(markup);
  }

  /** An error of this tag's syntax; the parser adds the line. */
  syntaxError(message: string): LiquidError {
    return new LiquidError('SyntaxError', message);
  }
}
