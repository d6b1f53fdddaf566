import type { Locale } from './locale.ts';
import { romanize } from './romanize.ts';

const SEPARATOR = /([ \t-\r]*[,&-][ \t-\r]*)/;

/**
 * The numbers of a text, such as `2, 3 & 5-7`, in a form of CSL; what stands between them is spaced alike everywhere.
 *
 * @param form `ordinal`, `long-ordinal` or `roman`; with any other the digits are kept
 */
export function writeNumber(text: string, form: string | undefined, locale: Locale): string {
  const write = (token: string): string => {
    if (!/^\d+$/m.test(token)) return token;
    const number = Number.parseInt(token, 10);
    if (form === 'ordinal' || form === 'long-ordinal') return locale.ordinalize(number, form);
    return form === 'roman' ? romanize(number) : token;
  };
  return text
    .replace(/[ \t-\r]*,[ \t-\r]*/g, ', ')
    .replace(/[ \t-\r]*-[ \t-\r]*/g, '-')
    .replace(/[ \t-\r]*&[ \t-\r]*/g, ' & ')
    .split(SEPARATOR)
    .map(write)
    .join('');
}
