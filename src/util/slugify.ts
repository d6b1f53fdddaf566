import { transliterate } from './transliterate.ts';

export type SlugMode = 'raw' | 'default' | 'pretty' | 'ascii' | 'latin';

const RAW = /[ \t\r\n\f\v]+/g;
const DEFAULT = /[^\p{M}\p{L}\p{Nd}]+/gu;
const REPLACED: Readonly<Record<SlugMode, RegExp>> = {
  raw: RAW,
  default: DEFAULT,
  latin: DEFAULT,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
  ascii: /[^A-Za-z0-9]+/g,
};

const isMode = (mode: string): mode is SlugMode => Object.hasOwn(REPLACED, mode);
const PLAIN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Makes a slug of a title or file name as Jekyll's `slugify` does. Any mode that does not exist, as `none`, only
 * changes the case.
 *
 * @example
 * slugify('The _config.yml file', 'pretty') // 'the-_config.yml-file'
 */
export function slugify(text: string, mode = 'default', isCased = false): string {
  if (PLAIN.test(text)) return text;
  if (!isMode(mode)) return isCased ? text : downcase(text);
  const plain = mode === 'latin' ? transliterate(text) : text;
  const slug = plain.replace(REPLACED[mode], '-').replace(/^-|-$/g, '');
  return isCased ? slug : downcase(slug);
}

/** Ruby's downcase, which does not know that a sigma at the end of a word is another letter. */
export function downcase(text: string): string {
  const lower = text.toLowerCase();
  return text.includes('Σ') ? text.replaceAll('Σ', 'σ').toLowerCase() : lower;
}

/**
 * A title from a slug, as Jekyll gives a post that has none.
 *
 * @example
 * titleizeSlug('hello-world') // 'Hello World'
 */
export function titleizeSlug(slug: string): string {
  const words = slug.split('-');
  while (words.at(-1) === '') words.pop();
  return words.map(capitalize).join(' ');
}

/** Letters whose form at the beginning of a word is not their capital: Dž, Lj, Nj, Dz. */
const TITLE_CASE: Readonly<Record<string, string>> = {
  Ǆ: 'ǅ',
  ǆ: 'ǅ',
  Ǉ: 'ǈ',
  ǉ: 'ǈ',
  Ǌ: 'ǋ',
  ǌ: 'ǋ',
  Ǳ: 'ǲ',
  ǳ: 'ǲ',
  ǅ: 'ǅ',
  ǈ: 'ǈ',
  ǋ: 'ǋ',
  ǲ: 'ǲ',
  ß: 'Ss',
  ﬁ: 'Fi',
  ﬂ: 'Fl',
};

/** Ruby's capitalize. */
function capitalize(word: string): string {
  const [first = ''] = word;
  return (TITLE_CASE[first] ?? first.toUpperCase()) + downcase(word.slice(first.length));
}
