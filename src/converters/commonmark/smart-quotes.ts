import type { Token } from './markdown-it.ts';

/** A quote that may open, by where it is. */
interface Opener {
  readonly characters: string[];
  readonly at: number;
  readonly level: number;
}

/** Openers that have not found their partner, and how many of them a closer may not reach: those before the link it is in. */
interface Waiting {
  readonly openers: Opener[];
  base: number;
}

const PUNCTUATION = /[!-/:-@[-`{-~]|\p{P}/u;
const SPACE = /\s/;

/**
 * Turns the straight quotes of a paragraph's text into curly ones, as cmark does. A quote without a partner is curly too: a single one is
 * an apostrophe, a double one closes if it can.
 */
export function curlQuotes(tokens: readonly Token[]): void {
  const waiting = new Map<string, Waiting>(['"', "'"].map((quote) => [quote, { openers: [], base: 0 }]));
  const bases: number[][] = [];
  const texts = new Map<Token, string[]>();
  tokens.forEach((token, index) => {
    for (const kind of waiting.values()) forgetInner(kind, token.level);
    if (token.type === 'link_open') {
      bases.push([...waiting.values()].map(({ base }) => base));
      for (const kind of waiting.values()) kind.base = kind.openers.length;
    } else if (token.type === 'link_close') {
      const before = bases.pop() ?? [];
      [...waiting.values()].forEach((kind, place) => {
        kind.base = before[place] ?? 0;
      });
    } else if (token.type === 'text' && /["']/.test(token.content)) {
      texts.set(token, curlIn(token, { before: tokens[index - 1], after: tokens[index + 1], waiting }));
    }
  });
  for (const [token, characters] of texts) token.content = characters.join('');
}

/** Emphasis and links that end take the openers in them along. */
function forgetInner({ openers }: Waiting, level: number): void {
  while ((openers.at(-1)?.level ?? 0) > level) openers.pop();
}

interface Surroundings {
  readonly before: Token | undefined;
  readonly after: Token | undefined;
  readonly waiting: ReadonlyMap<string, Waiting>;
}

/** The characters of a text with its quotes curled. Which way a quote curls may still change when its partner is found. */
function curlIn({ content, level }: Token, { before, after, waiting }: Surroundings): string[] {
  const characters = content.split('');
  characters.forEach((quote, at) => {
    const kind = waiting.get(quote);
    if (kind === undefined) return;
    const { canOpen, canClose } = flanking(
      at === 0 ? lastOf(before) : characterBefore(content, at),
      at === content.length - 1 ? firstOf(after) : characterAt(content, at + 1),
    );
    const [left, right] = quote === '"' ? (['“', '”'] as const) : (['‘', '’'] as const);
    const opener = canClose && kind.openers.length > kind.base ? kind.openers.pop() : undefined;
    if (opener !== undefined) opener.characters[opener.at] = left;
    else if (canOpen) kind.openers.push({ characters, at, level });
    characters[at] = quote === '"' && !canClose ? left : right;
  });
  return characters;
}

function flanking(before: string, after: string): { readonly canOpen: boolean; readonly canClose: boolean } {
  const [isSpaceBefore, isSpaceAfter] = [SPACE.test(before), SPACE.test(after)];
  const [isMarkBefore, isMarkAfter] = [PUNCTUATION.test(before), PUNCTUATION.test(after)];
  const isLeft = !isSpaceAfter && (!isMarkAfter || isSpaceBefore || isMarkBefore);
  const isRight = !isSpaceBefore && (!isMarkBefore || isSpaceAfter || isMarkAfter);
  return { canOpen: isLeft && (!isRight || /[([]/.test(before)) && !/[\])]/.test(before), canClose: isRight };
}

/** The character before a place in the source, as far as the token that ends there tells. */
function lastOf(token: Token | undefined): string {
  switch (token?.type) {
    case undefined:
    case 'softbreak':
    case 'hardbreak':
      return '\n';
    case 'text':
      return characterBefore(token.content, token.content.length);
    case 'text_special':
      return token.markup.slice(-1);
    case 'link_close':
      return token.markup === 'autolink' ? '>' : ')';
    case 'link_open':
      return '[';
    case 'html_inline':
      return '>';
    default:
      return token?.markup.slice(-1) || ')';
  }
}

/** The character after a place in the source, as far as the token that begins there tells. */
function firstOf(token: Token | undefined): string {
  switch (token?.type) {
    case undefined:
    case 'softbreak':
    case 'hardbreak':
      return '\n';
    case 'text':
      return characterAt(token.content, 0);
    case 'text_special':
      return token.markup.slice(0, 1);
    case 'link_close':
      return ']';
    case 'link_open':
      return token.markup === 'autolink' ? '<' : '[';
    case 'html_inline':
      return '<';
    default:
      return token?.markup.slice(0, 1) || '!';
  }
}

function characterBefore(text: string, end: number): string {
  const last = text.charCodeAt(end - 1);
  return last >= 0xdc00 && last < 0xe000 ? text.slice(end - 2, end) : text.slice(end - 1, end);
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0x20);
}
