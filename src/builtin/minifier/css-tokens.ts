import { replacementText } from './replacement-text.ts';

/** A part of a style sheet that is not touched. In the text a placeholder stands for it. */
export type Token = string;

const DATA_URL = /url\([ \t\r\n\f\v]*(["']?)data:/gi;
const COMMENT = '___YUICSSMIN_PRESERVE_CANDIDATE_COMMENT_';
const COMMENTS = new RegExp(`${COMMENT}(\\d+)___`, 'g');
const COMMENT_PLACES = new RegExp(`(/\\*)?${COMMENT}(\\d+)___(\\*/)?`, 'g');
const TOKENS = /___YUICSSMIN_PRESERVED_TOKEN_(\d+)___/g;
const OLD_OPACITY = /progid:DXImageTransform\.Microsoft\.Alpha\(Opacity=/gi;

function hide(text: string, tokens: Token[]): string {
  return `___YUICSSMIN_PRESERVED_TOKEN_${tokens.push(text) - 1}___`;
}

/** Puts the tokens back. One inside of another stays a placeholder. */
export function restoreTokens(css: string, tokens: readonly Token[]): string {
  return css.replace(TOKENS, (all, index) => tokens[Number(index)] ?? all);
}

/**
 * Takes data URLs out of a style sheet.
 *
 * @param keepsSpaces whether white space in a data URL stays
 * @throws Error for one without an end, as in the gem
 */
export function extractDataUrls(css: string, tokens: Token[], { keepsSpaces }: { keepsSpaces: boolean }): string {
  let extracted = '';
  let done = 0;
  DATA_URL.lastIndex = 0;
  for (let match = DATA_URL.exec(css); match !== null; match = DATA_URL.exec(css)) {
    const end = endOfDataUrl(css, match[1] ?? '', DATA_URL.lastIndex);
    const url = css.slice(match.index + 'url('.length, end);
    extracted += `${css.slice(done, match.index)}url(${hide(keepsSpaces ? url : url.replace(/[ \t\r\n\f\v]+/g, ''), tokens)})`;
    done = end + 1;
    DATA_URL.lastIndex = done;
  }
  return extracted + css.slice(done);
}

/** @returns the place of the parenthesis */
function endOfDataUrl(css: string, quote: string, start: number): number {
  const terminator = quote === '' ? ')' : quote;
  let end = css.indexOf(terminator, start);
  while (end !== -1 && css[end - 1] === '\\') end = css.indexOf(terminator, end + 1);
  if (end !== -1) end = css.indexOf(')', end);
  if (end === -1) throw new Error('a data URL has no end');
  return end;
}

/** Replaces what is in comments by placeholders, even within strings, from where `hideStrings` takes it back. */
export function hideComments(css: string): { readonly css: string; readonly comments: readonly string[] } {
  const comments: string[] = [];
  let hidden = '';
  let done = 0;
  for (let start = css.indexOf('/*'); start !== -1; start = css.indexOf('/*', done)) {
    const close = css.indexOf('*/', start + 2);
    const end = close === -1 ? css.length : close;
    hidden += `${css.slice(done, start + 2)}${COMMENT}${comments.push(css.slice(start + 2, end)) - 1}___`;
    // The end of a comment followed by an asterisk begins another one, as in the gem.
    done = end;
  }
  return { css: hidden + css.slice(done), comments };
}

/** Replaces what is in quotes by placeholders, with the comments in it put back. */
export function hideStrings(css: string, comments: readonly string[], tokens: Token[]): string {
  let hidden = '';
  let done = 0;
  const hopeless = new Set<string>();
  for (let at = nextQuote(css, 0); at !== -1; ) {
    const quote = css[at] ?? '';
    const end = hopeless.has(quote) ? -1 : endOfString(css, at);
    if (end === -1) hopeless.add(quote);
    else {
      hidden += css.slice(done, at) + quote + hide(stringText(css.slice(at + 1, end), comments), tokens) + quote;
      done = end + 1;
    }
    at = nextQuote(css, end === -1 ? at + 1 : done);
  }
  return hidden + css.slice(done);
}

function nextQuote(css: string, start: number): number {
  const quote = /["']/g;
  quote.lastIndex = start;
  return quote.exec(css)?.index ?? -1;
}

/** The place of the closing quote. Where every further quote is escaped, the last one closes all the same. */
function endOfString(css: string, start: number): number {
  const quote = css[start];
  let lastEscaped = -1;
  for (let at = start + 1; at < css.length; at++) {
    if (css[at] === quote) return at;
    if (css[at] !== '\\' || css[at + 1] === '\n') continue;
    at++;
    if (css[at] === quote) lastEscaped = at;
  }
  return lastEscaped;
}

/** Writes a filter of Internet Explorer in its short form. */
export function shortenOpacity(css: string): string {
  return css.replace(OLD_OPACITY, 'alpha(opacity=');
}

function stringText(text: string, comments: readonly string[]): string {
  const restored = text.replace(COMMENTS, (all, index) => replacementText(comments[Number(index)] ?? all, all));
  return shortenOpacity(restored);
}

/** Removes comments, except for those that begin with `!`, and for two tricks for old browsers. */
export function resolveComments(css: string, comments: readonly string[], tokens: Token[]): string {
  const isMarked = (index: number): boolean => {
    const comment = comments[index] ?? '';
    return !comment.startsWith('!') && comment.endsWith('\\');
  };
  let resolved = '';
  let done = 0;
  for (const { 0: all, 1: open = '', 2: number, 3: close = '', index: start } of css.matchAll(COMMENT_PLACES)) {
    resolved += css.slice(done, start);
    done = start + all.length;
    const index = Number(number);
    const comment = comments[index] ?? '';
    // What a comment that ends with a backslash hides from Internet Explorer 5 ends at the next comment.
    const kept = isMarked(index - 1) ? '' : comment.startsWith('!') ? comment : isMarked(index) ? '\\' : undefined;
    const isAfterChild = comment === '' && resolved.endsWith('>');
    if (kept !== undefined || isAfterChild) resolved += open + hide(kept ?? '', tokens) + close;
    else if (open === '' || close === '') resolved += all;
  }
  return resolved + css.slice(done);
}
