import { compareVersions, strip } from '../../plugin/plugin.ts';
import { splitParts } from '../shared/split-parts.ts';
import { toInteger } from '../shared/to-integer.ts';
import {
  extractDataUrls,
  hideComments,
  hideStrings,
  resolveComments,
  restoreTokens,
  shortenOpacity,
  type Token,
} from './css-tokens.ts';
import { replacementText } from './replacement-text.ts';

interface CssOptions {
  /** The version of the gem cssminify2: 2.0.2, 2.0.3 and 2.1.0 each changed some of the rules. */
  readonly version: string;
  /** A line is broken after the first rule that ends beyond this column; null for one line. */
  readonly lineLength: number | null;
}

const UNITS = '(?:px|em|%|in|cm|mm|pc|pt|ex|deg|g?rad|m?s|k?hz)';
const ZERO_VALUE = new RegExp(`(^|: ?)((?:[0-9a-z\\-.]+ )*?)(?:0?\\.)?0${UNITS}`, 'gi');
const ZERO_ARGUMENT = new RegExp(`\\( ?((?:[0-9a-z\\-.]+[ ,])*)(?:0?\\.)?0${UNITS}`, 'gi');
const WHOLE_NUMBER = new RegExp(`([0-9])\\.0(${UNITS}| |;)`, 'gi');
const HEX_COLOR =
  /(=\s*?["']?)?#([0-9a-f])([0-9a-f])([0-9a-f])([0-9a-f])([0-9a-f])([0-9a-f])(?::?\}|[^0-9a-f{][^{]*?\})/gi;
const PSEUDO_CLASSES = /(:[\w-]+(?:\([^)]*\))?(?: :[\w-]+(?:\([^)]*\))?)+)/g;
const ORIGINS =
  /(background-position|transform-origin|webkit-transform-origin|moz-transform-origin|o-transform-origin|ms-transform-origin):0(;|\})/gi;
const NO_BORDER = /(border|border-top|border-right|border-bottom|border-left|outline|background):none(;|\})/gi;
const COLON = '___YUICSSMIN_PSEUDOCLASSCOLON___';
const SPACE = '___YUICSSMIN_PRESERVE_SPACE___';

/** Since 2.1.0 these are replaced wherever they stand, in this order. */
const COLOR_NAMES: readonly (readonly [RegExp, string])[] = [
  [/#ff0000/gi, 'red'],
  [/#f00/gi, 'red'],
  [/#000080/gi, 'navy'],
  [/#008000/gi, 'green'],
  [/#008080/gi, 'teal'],
  [/#800000/gi, 'maroon'],
  [/#800080/gi, 'purple'],
  [/#808000/gi, 'olive'],
  [/#808080/gi, 'gray'],
  [/#c0c0c0/gi, 'silver'],
  [/#ffa500/gi, 'orange'],
];

/**
 * Compresses a style sheet as the gem cssminify2 does, with all that is peculiar about it: it knows nothing of the syntax.
 *
 * @throws Error if a data URL has no end
 * @example
 * compressCss('a { color: #ffffff; }', { version: '2.0.3', lineLength: 5000 }) // 'a{color:#fff}'
 */
export function compressCss(source: string, { version, lineLength }: CssOptions): string {
  const isSince = (since: string): boolean => compareVersions(version, since) >= 0;
  const tokens: Token[] = [];
  let css = extractDataUrls(source, tokens, { keepsSpaces: isSince('2.0.2') });
  const hidden = hideComments(css);
  css = hideStrings(hidden.css, hidden.comments, tokens);
  css = resolveComments(css, hidden.comments, tokens).replace(/[ \t\r\n\f\v]+/g, ' ');
  const calculations: string[] = [];
  const isNewest = isSince('2.1.0');
  if (isNewest) css = hideCalculations(css, calculations);
  css = removeSpaces(css, { keepsOperators: isSince('2.0.3'), isNewest });
  css = shortenNumbers(css, isNewest);
  css = shortenColors(css);
  if (isNewest) css = nameColors(css);
  css = css.replace(NO_BORDER, (_, property, end) => `${property.toLowerCase()}:0${end}`);
  css = removeEmptyRules(shortenOpacity(css));
  if (lineLength !== null) css = breakLines(css, lineLength);
  css = css.replace(/;;+/g, ';');
  for (const [index, text] of calculations.entries()) {
    css = css.replaceAll(`___YUICSSMIN_CALC_FUNCTION_${index}___`, (all) => replacementText(text, all));
  }
  return strip(restoreTokens(css, tokens));
}

function hideCalculations(css: string, calculations: string[]): string {
  return css.replace(/calc\([^)]*\)/g, (call) => {
    calculations.push(call.replace(/ ?([+\-*/]) ?/g, ' $1 '));
    return `___YUICSSMIN_CALC_FUNCTION_${calculations.length - 1}___`;
  });
}

interface SpaceRules {
  /** Whether a space between an operator and a parenthesis is kept. */
  readonly keepsOperators: boolean;
  /** Whether the version is 2.1.0 or newer. */
  readonly isNewest: boolean;
}

function removeSpaces(source: string, { keepsOperators, isNewest }: SpaceRules): string {
  let css = markPseudoClasses(source);
  if (isNewest) css = css.replace(PSEUDO_CLASSES, (list) => list.replaceAll(' ', SPACE));
  css = css.replace(keepsOperators ? / ([!{};:>+)\],])/g : / ([!{};:>+()\],])/g, '$1');
  if (keepsOperators) css = css.replace(/([^+\-/*]) \(/g, '$1(');
  css = css.replaceAll(COLON, ':').replaceAll(SPACE, ' ');
  if (isNewest) css = removeSpacesAfter(css);
  css = css.replace(/:first-(line|letter)(\{|,)/gi, (_, kind, end) => `:first-${kind.toLowerCase()} ${end}`);
  css = css.replace(/\*\/ +/g, '*/');
  css = css.replace(/^([^\n]*)(@charset "[^"]*";)/i, '$2$1').replace(/^( *@charset [^;]+; *)+/i, '$1');
  return removeSpacesAfter(css).replace(/;+\}/g, '}');
}

/** A letter before `and` that is not of ASCII makes it another word in Ruby. */
const MEDIA_AND = /(?<![\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])and\(/giu;

function removeSpacesAfter(css: string): string {
  return css.replace(MEDIA_AND, 'and (').replace(/([!{}:;>+([,]) +/g, '$1');
}

/** Marks the colons of selectors, so that `p :link` does not become `p:link`. A selector right after `{` is not found. */
function markPseudoClasses(css: string): string {
  let marked = '';
  let done = 0;
  for (let start = 0; ; ) {
    const brace = css.indexOf('{', start);
    const colon = css.indexOf(':', start);
    if (brace === -1 || colon === -1) break;
    if (colon > start && colon < brace) {
      marked += css.slice(done, start) + css.slice(start, brace + 1).replaceAll(':', COLON);
      done = brace + 1;
    }
    const next = css.indexOf('}', Math.max(start, done));
    if (next === -1) break;
    start = next + 1;
  }
  return marked + css.slice(done);
}

function shortenNumbers(source: string, isNewest: boolean): string {
  let css = untilStable(source, (text) => text.replace(ZERO_VALUE, '$1$20'));
  css = untilStable(css, (text) => text.replace(ZERO_ARGUMENT, '($10'));
  css = css.replace(WHOLE_NUMBER, '$1$2');
  const zeros = isNewest
    ? [/(?<!flex):0 0 0 0(;|\})/g, /(?<!flex):0 0 0(;|\})/g, /(?<!flex):0 0(;|\})/g]
    : [/:0 0 0 0(;|\})/g, /:0 0 0(;|\})/g, /:0 0(;|\})/g];
  for (const zero of zeros) css = css.replace(zero, ':0$1');
  css = css.replace(ORIGINS, (_, property, end) => `${property.toLowerCase()}:0 0${end}`);
  css = css.replace(/(:| )0+\.(\d+)/g, '$1.$2');
  return css.replace(/rgb *\( *([0-9, ]+)\)(\d+%)?/gi, (_, values: string, rest = '') => {
    const most = isNewest ? 255 : Number.POSITIVE_INFINITY;
    const digits = splitParts(values, ',').map((value) =>
      Math.min(toInteger(value), most).toString(16).padStart(2, '0'),
    );
    return `#${digits.join('')}${rest === '' ? '' : ` ${rest}`}`;
  });
}

function untilStable(source: string, change: (text: string) => string): string {
  let before = source;
  for (let text = change(before); ; text = change(before)) {
    if (text === before) return text;
    before = text;
  }
}

/** `#AABBCC` to `#abc`, but neither in selectors nor after `=`, where a filter of Internet Explorer needs the long form. */
function shortenColors(css: string): string {
  let shortened = '';
  let done = 0;
  HEX_COLOR.lastIndex = 0;
  for (let match = HEX_COLOR.exec(css); match !== null; match = HEX_COLOR.exec(css)) {
    const [, assignment, ...digits] = match;
    const length = (assignment?.length ?? 0) + 7;
    const color = match[0].slice(0, length);
    shortened += css.slice(done, match.index) + (assignment === undefined ? shortColor(digits.slice(0, 6)) : color);
    done = match.index + length;
    HEX_COLOR.lastIndex = done;
  }
  return shortened + css.slice(done);
}

function shortColor(given: readonly string[]): string {
  const [a, b, c, d, e, f] = given.map((digit) => digit.toLowerCase());
  return a === b && c === d && e === f ? `#${a}${c}${e}` : `#${a}${b}${c}${d}${e}${f}`;
}

function nameColors(source: string): string {
  const filters: string[] = [];
  let css = source.replace(/filter *:[^;}]+/gi, (filter) => `___YUICSSMIN_FILTER_${filters.push(filter) - 1}___`);
  for (const [color, name] of COLOR_NAMES) css = css.replace(color, name);
  for (const [index, filter] of filters.entries()) {
    css = css.replaceAll(`___YUICSSMIN_FILTER_${index}___`, (all) => replacementText(filter, all));
  }
  return css;
}

/** Removes rules without declarations, from the end of whatever is before them. */
function removeEmptyRules(css: string): string {
  let kept = '';
  let done = 0;
  for (let at = css.indexOf('{}'); at !== -1; at = css.indexOf('{}', at + 2)) {
    let start = at;
    while (start > done && !'};{/'.includes(css[start - 1] ?? '')) start--;
    if (start === at) continue;
    kept += css.slice(done, start);
    done = at + 2;
  }
  return kept + css.slice(done);
}

function breakLines(css: string, length: number): string {
  if (css.length <= length) return css;
  let broken = '';
  let column = 0;
  for (const character of css) {
    column++;
    broken += character;
    if (character !== '}' || column <= length) continue;
    broken += '\n';
    // The gem counts the line break too.
    column = 1;
  }
  return broken;
}
