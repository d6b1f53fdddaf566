import { transliterate } from './transliterate.ts';
import { capitalize, downcase } from './values/ruby-case.ts';

/** The modes of Jekyll's `slugify` that replace characters. */
type SlugMode = 'raw' | 'default' | 'pretty' | 'ascii' | 'latin';

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
  const slug = plain.replace(REPLACED[mode], '-').replace(/^-|-$/g, '');
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
