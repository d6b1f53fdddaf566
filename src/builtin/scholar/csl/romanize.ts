const NUMERALS: readonly (readonly [string, number])[] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

/**
 * A number in small Roman numerals.
 *
 * @example
 * romanize(14) // 'xiv'
 */
export function romanize(number: number): string {
  let rest = number;
  let text = '';
  for (const [numeral, value] of NUMERALS) {
    text += numeral.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}
