import { LiteralReplacer } from './literal-replacer.ts';

const ESCAPED = '&amp;';
const SPACE = /[ \t\r\n\f\v]/;
const isSpace = (character: string): boolean => SPACE.test(character);
/** A question mark and the parameters after it. */
const QUERY = /\?([a-zA-Z0-9%\-_=.&;]+)/g;
const SCHEME = /https?:$/;

/** Unescapes ampersands in the parameters of addresses with a host, wherever they are in a page. */
export function unescapeAddresses(html: string): string {
  let at = html.indexOf(ESCAPED);
  if (at === -1) return html;
  const replacer = new LiteralReplacer(html, isSpace);
  while (at !== -1) {
    let start = at;
    while (start > 0 && !isSpace(html.charAt(start - 1))) start--;
    let end = at;
    while (end < html.length && !isSpace(html.charAt(end))) end++;
    const address = findAddress(html.slice(start, end));
    if (address?.includes(ESCAPED)) replacer.replace(address, address.replaceAll(ESCAPED, '&'));
    at = html.indexOf(ESCAPED, end);
  }
  return replacer.text;
}

/** From the first two slashes of a word to the end of its last parameters. */
function findAddress(word: string): string | undefined {
  const query = [...word.matchAll(QUERY)].at(-1);
  const slashes = word.indexOf('//');
  if (query === undefined || slashes === -1 || slashes + 2 >= query.index) return undefined;
  const scheme = SCHEME.exec(word.slice(0, slashes))?.[0] ?? '';
  return word.slice(slashes - scheme.length, query.index + query[0].length);
}
