import type { MarkdownLink } from './link-pattern.ts';

/** A bracket, or the start of a line with one. */
const START = /(?<![^\n])\s*\[|\[/g;

interface LinkEnds {
  readonly inline: string;
  readonly reference: string;
}

interface FoundLink {
  readonly link: MarkdownLink;
  readonly end: number;
}

/**
 * Finds links whose text may contain an image. A regular expression for that would take exponential time, because an image
 * can also be read letter by letter.
 */
export class LinkScanner {
  readonly #content: string;
  /** After it no inline link can end. */
  readonly #lastParenthesis: number;
  readonly #ends: Readonly<Record<MarkdownLink['kind'], RegExp>>;
  /** Places from which the text of a link is known to have no end, wherever it began. */
  readonly #failed: Readonly<Record<MarkdownLink['kind'], Uint8Array>>;

  constructor(content: string, { inline, reference }: LinkEnds) {
    this.#content = content;
    this.#ends = { inline: new RegExp(inline, 'y'), reference: new RegExp(reference, 'y') };
    const { length } = content;
    this.#lastParenthesis = content.lastIndexOf(')');
    this.#failed = { inline: new Uint8Array(length + 1), reference: new Uint8Array(length + 1) };
  }

  replace(write: (original: string, link: MarkdownLink) => string): string {
    let written = '';
    let done = 0;
    const starts = new RegExp(START);
    for (let start = starts.exec(this.#content); start !== null; start = starts.exec(this.#content)) {
      const bracket = starts.lastIndex - 1;
      // White space before the bracket can only belong to a reference, which there begins before an inline link does.
      const isIndented = start.index < bracket;
      const reference = isIndented ? this.#readAt(bracket, 'reference') : undefined;
      const found = reference ?? this.#readAt(bracket, 'inline') ?? this.#readReferenceAt(bracket);
      if (found === undefined) continue;
      const from = found === reference ? start.index : bracket;
      written += this.#content.slice(done, from) + write(this.#content.slice(from, found.end), found.link);
      done = found.end;
      starts.lastIndex = done;
    }
    return written + this.#content.slice(done);
  }

  #readReferenceAt(bracket: number): FoundLink | undefined {
    const isLineStart = bracket === 0 || this.#content[bracket - 1] === '\n';
    return isLineStart ? this.#readAt(bracket, 'reference') : undefined;
  }

  /** Tries the ways to read a text one after the other: those that take an image as a whole come first. */
  #readAt(bracket: number, kind: MarkdownLink['kind']): FoundLink | undefined {
    const failed = this.#failed[kind];
    const pending = [bracket + 1];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      if (failed[at] === 1) continue;
      const found = this.#readEnd(bracket, at, kind);
      if (found !== undefined) return found;
      failed[at] = 1;
      pending.push(...this.#afterPart(at));
    }
    return undefined;
  }

  #readEnd(bracket: number, at: number, kind: MarkdownLink['kind']): FoundLink | undefined {
    if (this.#content[at] !== ']' || (kind === 'inline' && at > this.#lastParenthesis)) return undefined;
    const pattern = this.#ends[kind];
    pattern.lastIndex = at;
    const match = pattern.exec(this.#content);
    if (match === null) return undefined;
    const [, path = '', fragment = '', title = ''] = match;
    const text = this.#content.slice(bracket + 1, at);
    return { link: { kind, text, path, fragment, title }, end: pattern.lastIndex };
  }

  /** Where the next part of a text may end, the preferred place last: after a character, an image, or the parentheses after an image. */
  #afterPart(at: number): number[] {
    const content = this.#content;
    const isEnd = at >= content.length || content[at] === '\n' || content.startsWith('](', at);
    const places = isEnd ? [] : [at + 1];
    const bracket = content.startsWith('![', at) ? content.indexOf(']', at) : -1;
    if (bracket === -1) return places;
    const parenthesis = content[bracket + 1] === '(' ? content.indexOf(')', bracket) : -1;
    return [...places, bracket + 1, ...(parenthesis === -1 ? [] : [parenthesis + 1])];
  }
}
