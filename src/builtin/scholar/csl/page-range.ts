import { IN_WORD } from '../../shared/word-class.ts';

const RANGE = new RegExp(
  `(?<!${IN_WORD})(\\p{Alphabetic}*)(\\d+)(\\p{Alphabetic}*)[ \\t-\\r]*[–-]+[ \\t-\\r]*(\\p{Alphabetic}*)(\\d+)(\\p{Alphabetic}*)(?!${IN_WORD})`,
  'gu',
);

/** How many digits at the beginning are the same. */
function commonStart(left: string, right: string): number {
  let count = 0;
  while (count < right.length && left[count] === right[count]) count++;
  return count;
}

/** The rule of the Chicago Manual of Style for one range. */
function chicagoFormat(first: string, last: string): string {
  const digits = first.length;
  if (digits < 3) return 'expanded';
  if (digits === 4 && digits - commonStart(first, last) > 2) return 'expanded';
  if (first.endsWith('00')) return 'expanded';
  return first.at(-2) === '0' ? 'minimal' : 'minimal-two';
}

/** The second number without what it has in common with the first one. */
function shorten(first: string, last: string, format: string): string {
  if (format === 'minimal') return last.slice(commonStart(first, last));
  if (format !== 'minimal-two' || first.length < 3) return last;
  return last.slice(Math.min(commonStart(first, last), first.length - 2));
}

/**
 * Pages as a style writes them.
 *
 * @param format `expanded`, `minimal`, `minimal-two` or `chicago`; undefined to change only the dash
 * @example
 * formatPageRange('321--328', 'minimal', '–') // '321–8'
 */
export function formatPageRange(pages: string, format: string | undefined, dash: string): string {
  // As in citeproc-ruby, how the Chicago rule shortens the first range is how all later ones are shortened.
  let current = format === 'chicago-15' || format === 'chicago-16' ? 'chicago' : format;
  return pages.replace(RANGE, (_range, before = '', first = '', inside = '', other = '', given = '', after = '') => {
    const [affixes, missing] = [before + inside + other + after, first.length - given.length];
    if (affixes !== '' || current === undefined || missing < 0) {
      return before + first + inside + dash + other + given + after;
    }
    const last = first.slice(0, missing) + given;
    if (current === 'chicago') current = chicagoFormat(first, last);
    return first + dash + shorten(first, last, current);
  });
}
