import { attributesEnd } from './attributes-end.ts';

/** A piece of a page, by what htmlbeautifier does with it. `parts` are the captures of its pattern, or all of it. */
export interface HtmlToken {
  readonly kind:
    | 'embedded'
    | 'condition-open'
    | 'condition-close'
    | 'standalone'
    | 'foreign'
    | 'preformatted'
    | 'block-open'
    | 'block-close'
    | 'open'
    | 'close'
    | 'lines'
    | 'text';
  readonly parts: readonly string[];
  readonly end: number;
}

const BLOCKS =
  'address|article|aside|audio|blockquote|canvas|dd|details|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|' +
  'h1|h2|h3|h4|h5|h6|header|hr|li|menu|noframes|noscript|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul|video';
const VOIDS = 'area|base|br|col|command|embed|hr|img|input|keygen|link|meta|param|source|track|wbr';

// With the flag u, letters outside ASCII count as the ones they fold to (ſ as s), as in Ruby.
const VOID_NAME = new RegExp(`<(?:${VOIDS})(?= |/?>)`, 'iuy');
const BLOCK_NAME = new RegExp(`<(?:${BLOCKS})(?= |>)`, 'iuy');
const BLOCK_END = new RegExp(`</(?:${BLOCKS})>`, 'iuy');
const RAW_NAME = /<(?:(script|style)|pre|textarea)/iuy;
const RAW_ENDS: readonly (readonly [name: RegExp, end: RegExp])[] = [
  [/^<script/iu, /<\/script>/giu],
  [/^<style/iu, /<\/style>/giu],
  [/^<pre/iu, /<\/pre>/giu],
  [/^<textarea/iu, /<\/textarea>/giu],
];
const CLOSED_NAME = /<[\w-]+(?= |\/>)/y;
const EMBEDDED = /<%-?=?/y;
const SPACES = /[ \t\r\n\f\v]+/y;
const TEXT = /[^<\n]+/y;

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function whole(kind: HtmlToken['kind'], source: string, at: number, end: number): HtmlToken {
  return { kind, parts: [source.slice(at, end)], end };
}

/** From `open`, which stands at this place, to the next `close`. */
function between(
  kind: HtmlToken['kind'],
  source: string,
  at: number,
  [open, close]: readonly [open: string, close: string],
): HtmlToken | undefined {
  if (!source.startsWith(open, at)) return undefined;
  const end = source.indexOf(close, at + open.length);
  return end < 0 ? undefined : whole(kind, source, at, end + close.length);
}

function embedded(source: string, at: number): HtmlToken | undefined {
  const open = matchAt(EMBEDDED, source, at)?.[0];
  if (open === undefined) return undefined;
  const start = at + open.length;
  const close = source.indexOf('%>', start);
  if (close < 0) return undefined;
  const codeEnd = close > start && source[close - 1] === '-' ? close - 1 : close;
  const end = close + '%>'.length;
  return { kind: 'embedded', parts: [open, source.slice(start, codeEnd), source.slice(codeEnd, end)], end };
}

function declaration(source: string, at: number): HtmlToken | undefined {
  return (
    between('condition-open', source, at, ['<!--[', ']>']) ??
    between('condition-close', source, at, ['<![', ']-->']) ??
    between('standalone', source, at, ['<!--', '-->']) ??
    between('standalone', source, at, ['<!', '>'])
  );
}

/** An element whose content is no HTML; `<prefix>` counts as one if a `</pre>` follows. */
function rawElement(source: string, at: number): HtmlToken | undefined {
  const name = matchAt(RAW_NAME, source, at);
  if (name === null) return undefined;
  const closing = RAW_ENDS.find(([pattern]) => pattern.test(name[0]))?.[1];
  if (closing === undefined) return undefined;
  let close: RegExpExecArray | null = null;
  const bracket = attributesEnd(source, at + name[0].length, (end) => {
    close = source[end] === '>' ? matchAt(closing, source, end + 1) : null;
    return close !== null;
  });
  const found = close as RegExpExecArray | null;
  if (bracket === undefined || found === null) return undefined;
  return {
    kind: name[1] === undefined ? 'preformatted' : 'foreign',
    parts: [source.slice(at, bracket + 1), source.slice(bracket + 1, found.index), found[0]],
    end: found.index + found[0].length,
  };
}

/** A tag of one of these names, with attributes behind a space or without any. */
function named(kind: HtmlToken['kind'], source: string, at: number, name: RegExp): HtmlToken | undefined {
  const match = matchAt(name, source, at);
  if (match === null) return undefined;
  const nameEnd = at + match[0].length;
  if (source[nameEnd] !== ' ') return whole(kind, source, at, source.indexOf('>', nameEnd) + 1);
  const end = attributesEnd(source, nameEnd + 1, (place) => source[place] === '>');
  return end === undefined ? undefined : whole(kind, source, at, end + 1);
}

function anyTag(source: string, at: number): HtmlToken | undefined {
  if (source[at + 1] === '/') {
    const end = attributesEnd(source, at + 2, (place) => source[place] === '>');
    if (end !== undefined) return whole('close', source, at, end + 1);
  }
  const end = attributesEnd(source, at + 1, (place) => source[place] !== '/' && source[place + 1] === '>');
  if (end !== undefined) return whole('open', source, at, end + 2);
  return closedTag(source, at);
}

/** `<path d="…"/>` */
function closedTag(source: string, at: number): HtmlToken | undefined {
  const match = matchAt(CLOSED_NAME, source, at);
  if (match === null) return undefined;
  const nameEnd = at + match[0].length;
  if (source[nameEnd] === '/') return whole('standalone', source, at, nameEnd + '/>'.length);
  const end = attributesEnd(source, nameEnd + 1, (place) => source.startsWith('/>', place));
  return end === undefined ? undefined : whole('standalone', source, at, end + '/>'.length);
}

function blockEnd(source: string, at: number): HtmlToken | undefined {
  const match = matchAt(BLOCK_END, source, at);
  return match === null ? undefined : whole('block-close', source, at, at + match[0].length);
}

/** The token of htmlbeautifier 1.4.3 that begins here; undefined for a `<` that opens nothing. */
export function htmlTokenAt(source: string, at: number): HtmlToken | undefined {
  if (source[at] === '<') {
    return (
      embedded(source, at) ??
      declaration(source, at) ??
      rawElement(source, at) ??
      named('standalone', source, at, VOID_NAME) ??
      blockEnd(source, at) ??
      named('block-open', source, at, BLOCK_NAME) ??
      anyTag(source, at)
    );
  }
  const spaces = matchAt(SPACES, source, at)?.[0];
  if (spaces?.includes('\n') === true) return whole('lines', source, at, at + spaces.length);
  const text = matchAt(TEXT, source, at)?.[0] ?? '';
  return whole('text', source, at, at + text.length);
}
