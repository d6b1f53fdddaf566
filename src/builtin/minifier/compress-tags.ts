import { strip } from '../../plugin/plugin.ts';
import type { HtmlOptions } from './html-options.ts';

const SPACE = '[ \\t\\r\\n\\f\\v]';
const SPACES = new RegExp(`${SPACE}+`, 'g');
const DOCTYPE = /<!DOCTYPE[^>]*>/gi;

/** An attribute that is taken out of a tag. */
function attribute(tag: string, name: string, value: string): RegExp {
  return new RegExp(`(<${tag}[^>]*)${name}${SPACE}*=${SPACE}*(["']*)${value}\\2([^>]*>)`, 'gi');
}

const SCRIPT_TYPE = attribute('script', 'type', '(?:text|application)/javascript');
const SCRIPT_LANGUAGE = attribute('script', 'language', 'javascript');
const STYLE_TYPE = attribute('style', 'type', 'text/(?:style|css)');
const LINK_TYPE = attribute('link', 'type', 'text/(?:css|plain)');
const FORM_METHOD = attribute('form', 'method', 'get');
const INPUT_TYPE = attribute('input', 'type', 'text');
const STYLE_SHEET = new RegExp(
  `<link[^>]*rel${SPACE}*=${SPACE}*(["']*)(?:alternate${SPACE}+)?stylesheet\\1[^>]*>`,
  'i',
);
const BOOLEAN = new RegExp(
  `(<\\w+[^>]*["' ])(checked|selected|disabled|readonly)${SPACE}*=${SPACE}*(["']*)\\w*\\3([^>]*>)`,
  'gi',
);
const HTTP = new RegExp(`(<[^>]+?(?:href|src|cite|action)${SPACE}*=${SPACE}*['"])http:(//[^>]+?>)`, 'gi');
const HTTPS = new RegExp(`(<[^>]+?(?:href|src|cite|action)${SPACE}*=${SPACE}*['"])https:(//[^>]+?>)`, 'gi');
const EXTERNAL = new RegExp(`<[^>]*rel${SPACE}*=${SPACE}*(["']*)(?:alternate${SPACE}+)?external\\1[^>]*>`, 'i');
const BETWEEN_TAGS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`>${SPACE}+<`, 'g'), '><'],
  [new RegExp(`>${SPACE}+%%%~`, 'g'), '>%%%~'],
  [new RegExp(`~%%%${SPACE}+<`, 'g'), '~%%%<'],
  [new RegExp(`~%%%${SPACE}+%%%~`, 'g'), '~%%%%%%~'],
];
const PROPERTY = new RegExp(`(${SPACE}\\w+)${SPACE}*=${SPACE}*`, 'g');
const QUOTED = new RegExp(`${SPACE}*=${SPACE}*(["'])([a-z0-9\\-_]+?)\\1(/?)`, 'gi');
const UNQUOTED_END = new RegExp(`=${SPACE}*[a-z0-9\\-_]+(?![^\\n])`, 'i');

/** Compresses a text from which scripts, style sheets and the like have been taken out, step by step in the gem's order. */
export function compressTags(source: string, options: HtmlOptions): string {
  let html = options.removeComments ? removeComments(source) : source;
  if (options.simpleDoctype) html = html.replace(DOCTYPE, '<!DOCTYPE html>');
  if (options.removeScriptAttributes) html = html.replace(SCRIPT_TYPE, '$1$3').replace(SCRIPT_LANGUAGE, '$1$3');
  if (options.removeStyleAttributes) html = html.replace(STYLE_TYPE, '$1$3');
  if (options.removeLinkAttributes) {
    html = html.replace(LINK_TYPE, (tag, start, _, end) => (STYLE_SHEET.test(tag) ? start + end : tag));
  }
  if (options.removeFormAttributes) html = html.replace(FORM_METHOD, '$1$3');
  if (options.removeInputAttributes) html = html.replace(INPUT_TYPE, '$1$3');
  if (options.simpleBooleanAttributes) html = html.replace(BOOLEAN, '$1$2$4');
  if (options.removeHttpProtocol) html = removeProtocol(html, HTTP);
  if (options.removeHttpsProtocol) html = removeProtocol(html, HTTPS);
  if (options.removeIntertagSpaces) for (const [pattern, text] of BETWEEN_TAGS) html = html.replace(pattern, text);
  if (options.removeMultiSpaces) html = html.replace(SPACES, ' ');
  if (options.removeSpacesInsideTags) html = removeSpacesInTags(html);
  if (options.removeQuotes) html = removeQuotes(html);
  return strip(html);
}

/** Conditional comments have been taken out before; whatever else begins with a bracket stays. */
function removeComments(html: string): string {
  let kept = '';
  let done = 0;
  for (let start = html.indexOf('<!--'); start !== -1; start = html.indexOf('<!--', Math.max(start + 1, done))) {
    if (html.startsWith('-->', start + 4)) {
      kept += html.slice(done, start);
      done = start + 7;
      continue;
    }
    if (html[start + 4] === '[') continue;
    const end = html.indexOf('-->', start + 5);
    if (end === -1) break;
    kept += html.slice(done, start);
    done = end + 3;
  }
  return kept + html.slice(done);
}

function removeProtocol(html: string, pattern: RegExp): string {
  return html.replace(pattern, (tag, start, end) => (EXTERNAL.test(tag) ? tag : start + end));
}

/** Tells for ascending places whether a `>` follows before the next `<`, which is what the gem takes for the inside of a tag. */
function tagTest(html: string): (place: number) => boolean {
  let close = -1;
  let open = -1;
  const next = (character: string, known: number, place: number): number => {
    if (known >= place) return known;
    const found = html.indexOf(character, place);
    return found === -1 ? Number.POSITIVE_INFINITY : found;
  };
  return (place) => {
    close = next('>', close, place);
    open = next('<', open, place);
    return close < open;
  };
}

function removeSpacesInTags(source: string): string {
  const isInTag = tagTest(source);
  const html = source.replace(PROPERTY, (match, name, place) => {
    return isInTag(place + match.length) ? `${name}=` : match;
  });
  return removeEndSpaces(html);
}

const isSpace = (character: string | undefined): boolean =>
  character !== undefined && ' \t\r\n\f\v'.includes(character);

/** Removes the white space before `>` and `/>`. */
function removeEndSpaces(html: string): string {
  let kept = '';
  let done = 0;
  for (let start = html.indexOf('<'); start !== -1; ) {
    const close = html.indexOf('>', start + 2);
    if (close === -1) break;
    if (html[start + 1] === '>') {
      start = html.indexOf('<', start + 1);
      continue;
    }
    const [end, tail] = endOfTag(html, start, close);
    if (tail < close + 1 && end < tail) {
      const head = html.slice(start, end);
      // After a value without quotes a slash would become part of it.
      const keepsSpace = html[tail] === '/' && UNQUOTED_END.test(head);
      kept += `${html.slice(done, end)}${keepsSpace ? ' ' : ''}`;
      done = tail;
    }
    start = html.indexOf('<', close + 1);
  }
  return kept + html.slice(done);
}

/** Where the white space at the end of a tag begins, and where `>` or `/>` does. A tag has at least one character. */
function endOfTag(html: string, start: number, close: number): readonly [number, number] {
  const hasSlash = html[close - 1] === '/' && isSpace(html[close - 2]) && close - 2 >= start + 2;
  const tail = hasSlash ? close - 1 : close;
  let end = tail;
  while (end > start + 2 && isSpace(html[end - 1])) end--;
  return [end, tail];
}

function removeQuotes(html: string): string {
  const isInTag = tagTest(html);
  return html.replace(QUOTED, (match, _, value, slash, place) => {
    if (!isInTag(place + match.length)) return match;
    return slash === '' ? `=${value}` : `=${value} /`;
  });
}
