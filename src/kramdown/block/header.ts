import { stripRight } from '../../util/values/ruby-text.ts';
import type { BlockRule } from '../dispatch.ts';
import type { ElementOptions } from '../element.ts';
import type { Parser } from '../parser.ts';
import { skipIndent } from './boundary.ts';

const NAME_START =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const ID = new RegExp(
  `^[\\t ]\\{#([${NAME_START}][${NAME_START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040]*)\\}$`,
  'u',
);

interface Heading {
  readonly text: string;
  readonly id: string | undefined;
}

/** Splits a heading into its text and the id in `{#id}` at its end. */
function readContents(contents: string): Heading {
  const text = stripRight(contents);
  const mark = text.endsWith('}') ? text.lastIndexOf('{#') : -1;
  const match = mark > 0 ? ID.exec(text.slice(mark - 1)) : null;
  if (match === null) return { text, id: undefined };
  return { text: stripRight(text.slice(0, mark - 1)), id: match[1] };
}

/** The options of headings, shared by all headings of a level. */
const LEVELS: readonly ElementOptions[] = Array.from({ length: 7 }, (_, level) => ({ level }));

function addHeading(parser: Parser, level: number, { text, id }: Heading, length: number): boolean {
  if (text === '') return false;
  const { scanner } = parser;
  const element = parser.newBlock('header', text, scanner.line, LEVELS[level]);
  scanner.pos += length;
  if (id !== undefined) element.attributes.set('id', id);
  parser.tree.append(element);
  return true;
}

const SETEXT = / {0,3}([^ \t][^\n]*)\n([-=])[-=]*[ \t\r\f\v]*\n/y;

function parseSetext(parser: Parser): boolean {
  if (!parser.isAfterBlockBoundary()) return false;
  const { scanner } = parser;
  const underline = scanner.text[scanner.lineEnd(skipIndent(scanner.text, scanner.pos) + 1)];
  if (underline !== '-' && underline !== '=') return false;
  const match = scanner.check(SETEXT);
  if (match === null) return false;
  return addHeading(parser, match[2] === '-' ? 2 : 1, readContents(match[1] ?? ''), match[0].length);
}

const ATX = /(#{1,6})[\t ]*([^ \t][^\n]*)\n/y;
const ATX_GFM = /(#{1,6})[\t ]+([^\n]*)\n/y;

/** The heading without the `#`s at the end of its line. */
function withoutClosing(heading: Heading, needsSpace: boolean): Heading {
  const { text } = heading;
  let end = text.length;
  while (text[end - 1] === '#') end--;
  if (end === text.length) return heading;
  if (needsSpace)
    return text[end - 1] === ' ' || text[end - 1] === '\t'
      ? { ...heading, text: stripRight(text.slice(0, end - 1)) }
      : heading;
  if (text[end - 1] === '\\') end++;
  return { ...heading, text: stripRight(text.slice(0, end)) };
}

function parseAtx(parser: Parser, pattern: RegExp, needsSpace: boolean): boolean {
  const match = parser.scanner.check(pattern);
  if (match === null) return false;
  const [whole, marks = '', contents = ''] = match;
  return addHeading(parser, marks.length, withoutClosing(readContents(contents), needsSpace), whole.length);
}

/** A line of text underlined by a line of `=` or `-`. */
export const setextHeader: BlockRule = { name: 'setext_header', parse: parseSetext };

/** `# Heading`, at the start of a block. */
export const atxHeader: BlockRule = {
  name: 'atx_header',
  first: '#',
  parse: (parser) => parser.isAfterBlockBoundary() && parseAtx(parser, ATX, false),
};

/** The same in GFM, which needs a space after the `#`s. */
export const atxHeaderGfm: BlockRule = {
  name: 'atx_header_gfm',
  first: '#',
  parse: (parser) => parser.isAfterBlockBoundary() && parseAtx(parser, ATX_GFM, false),
};

/** The same with the quirk `paragraph_end`: a heading needs no blank line before it. */
export const atxHeaderGfmQuirk: BlockRule = {
  name: 'atx_header_gfm_quirk',
  first: '#',
  parse: (parser) => parseAtx(parser, ATX_GFM, true),
};

/** Whether the line at a position is a heading that ends a paragraph in GFM. */
export function startsAtxHeader(text: string, at: number): boolean {
  ATX_GFM.lastIndex = at;
  return ATX_GFM.test(text);
}
