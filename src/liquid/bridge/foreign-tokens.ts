import { stripLeft, stripRight } from '../../util/values/ruby-text.ts';
import type { Liquid } from '../liquid.ts';
import { LiquidjsTokenizer, TagToken, type TopLevelToken } from '../liquidjs.ts';
import { Tokenizer, type TokenSource } from '../tokenizer.ts';

/** The line on which each piece handed to liquidjs begins. */
const lines = new WeakMap<TopLevelToken, number>();
/** A template's pieces as liquidjs tokens, made only for templates with a tag written for liquidjs. */
const tokensOfTemplate = new WeakMap<Tokenizer, readonly TopLevelToken[]>();

/** The tokens that a liquidjs tag passed back to us, as a source for our parser. */
export class RemainingTokens implements TokenSource {
  constructor(
    readonly tokens: TopLevelToken[],
    private readonly lastLine: number,
  ) {}

  get line(): number {
    const [next] = this.tokens;
    return (next === undefined ? undefined : lines.get(next)) ?? this.lastLine;
  }

  shift(): string | undefined {
    return this.tokens.shift()?.getText();
  }
}

/**
 * Lets a liquidjs tag consume tokens from the front of a list, and then advances our source past what it consumed.
 */
export function takeTokens<T>(source: TokenSource, liquid: Liquid, take: (tokens: TopLevelToken[]) => T): T {
  if (source instanceof RemainingTokens) return take(source.tokens);
  if (!(source instanceof Tokenizer))
    throw new TypeError('The tokens come neither from our tokenizer nor from liquidjs.');
  const tokens = listTokens(source, liquid).slice(source.count);
  const before = tokens.length;
  const result = take(tokens);
  for (let taken = before - tokens.length; taken > 0; taken--) source.shift();
  return result;
}

function listTokens(source: Tokenizer, liquid: Liquid): readonly TopLevelToken[] {
  const known = tokensOfTemplate.get(source);
  if (known !== undefined) return known;
  const tokenizer = new Tokenizer(source.source, source.firstLine);
  const pieces: { readonly text: string; readonly line: number }[] = [];
  for (let line = tokenizer.line, text = tokenizer.shift(); text !== undefined; text = tokenizer.shift()) {
    pieces.push({ text, line });
    line = tokenizer.line;
  }
  const tokens = pieces.map(({ line }, index) => {
    const token = createToken(trimPiece(pieces, index), liquid);
    lines.set(token, line);
    return token;
  });
  tokensOfTemplate.set(source, tokens);
  return tokens;
}

/** A piece of text without the white space that the neighbouring tags strip (`-%}`, `{%-`). */
function trimPiece(pieces: readonly { readonly text: string }[], index: number): string {
  const text = pieces[index]?.text ?? '';
  if (text.startsWith('{%') || text.startsWith('{{')) return text;
  const before = pieces[index - 1]?.text ?? '';
  const after = pieces[index + 1]?.text ?? '';
  const isTrimmedLeft = before.charAt(before.length - 3) === '-' && before.startsWith('{');
  const trimmed = isTrimmedLeft ? stripLeft(text) : text;
  return after.charAt(2) === '-' ? stripRight(trimmed) : trimmed;
}

/** The piece as a liquidjs token; markup that liquidjs cannot read is passed as plain text. */
function createToken(text: string, liquid: Liquid): TopLevelToken {
  const tokenizer = new LiquidjsTokenizer(text);
  try {
    const token = text === '' ? undefined : tokenizer.readTopLevelToken(liquid.options);
    if (token !== undefined && token.end === text.length) return token;
  } catch {
    // Broken markup is reported by the parser that gets to read it, with its line.
  }
  return new LiquidjsTokenizer(text).readHTMLToken([]);
}

/** A tag as liquidjs reads it. */
export function createTagToken(text: string, liquid: Liquid): TagToken {
  return new TagToken(text, 0, text.length, liquid.options);
}
