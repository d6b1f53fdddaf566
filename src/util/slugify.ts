import { transliterate } from './transliterate.ts';
import { UnicodePattern } from './unicode-pattern.ts';
import { capitalize, downcase } from './values/ruby-case.ts';

/** The modes of Jekyll's `slugify` that replace characters. */
type SlugMode = 'raw' | 'default' | 'pretty' | 'ascii' | 'latin';

const DEFAULT = new UnicodePattern(String.raw`[^\p{M}\p{L}\p{Nd}]+`, 'g');
const REPLACED: Readonly<Record<SlugMode, UnicodePattern>> = {
  raw: new UnicodePattern(String.raw`[ \t\r\n\f\v]+`, 'g'),
  default: DEFAULT,
  latin: DEFAULT,
  pretty: new UnicodePattern(String.raw`[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+`, 'g'),
  ascii: new UnicodePattern('[^A-Za-z0-9]+', 'g'),
};

const isMode = (mode: string): mode is SlugMode => Object.hasOwn(REPLACED, mode);
const PLAIN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Makes a slug from a title or file name as Jekyll's `slugify` does. Any other mode, such as `none`, only changes the
 * case.
 *
 * @param isCased whether the case is kept
 *
 * @example
 * slugify('The _config.yml file', 'pretty') // 'the-_config.yml-file'
 */
export function slugify(text: string, mode = 'default', isCased = false): string {
  if (PLAIN.test(text)) return text;
  if (!isMode(mode)) return isCased ? text : downcase(text);
  const plain = mode === 'latin' ? transliterate(text) : text;
  const slug = plain.replace(REPLACED[mode].for(plain), '-').replace(/^-|-$/g, '');
  return isCased ? slug : downcase(slug);
}

/**
 * A title made from a slug, which Jekyll gives to a post without a title.
 *
 * @example
 * titleizeSlug('hello-world') // 'Hello World'
 */
export function titleizeSlug(slug: string): string {
  const words = slug.split('-');
  while (words.at(-1) === '') words.pop();
  return words.map(capitalize).join(' ');
}
