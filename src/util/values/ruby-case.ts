/** String#downcase, which unlike JavaScript's `toLowerCase` has no special form for a sigma at the end of a word. */
export function downcase(text: string): string {
  return (text.includes('Σ') ? text.replaceAll('Σ', 'σ') : text).toLowerCase();
}

/**
 * String#capitalize: the first character in title case, the others in lower case.
 *
 * @example
 * capitalize('ﬁRST') // 'First'
 */
export function capitalize(text: string): string {
  const [first = ''] = text;
  return titleCase(first) + downcase(text.slice(first.length));
}

/** Letters whose title case neither JavaScript nor the rules of `titleCase` can make from their upper case. */
const TITLE_CASE: ReadonlyMap<string, string> = new Map([
  ...['Ǆ', 'ǅ', 'ǆ'].map((letter) => [letter, 'ǅ'] as const),
  ...['Ǉ', 'ǈ', 'ǉ'].map((letter) => [letter, 'ǈ'] as const),
  ...['Ǌ', 'ǋ', 'ǌ'].map((letter) => [letter, 'ǋ'] as const),
  ...['Ǳ', 'ǲ', 'ǳ'].map((letter) => [letter, 'ǲ'] as const),
  ['ŉ', 'ʼN'],
]);
/** Georgian has capitals for words in capitals only: a word is not capitalized with one. */
const GEORGIAN = /[\u10d0-\u10ff\u1c90-\u1cbf]/;
/** Greek letters with an iota below keep it there, while their upper case has a capital iota after it. */
const IOTA_BELOW = '\u0345';

function titleCase(character: string): string {
  if (character <= '\x7f') return character.toUpperCase();
  const listed = TITLE_CASE.get(character);
  if (listed !== undefined) return listed;
  if (GEORGIAN.test(character)) return character.toLowerCase();
  const parts = character.normalize('NFD');
  if (parts.length > 1 && parts.endsWith(IOTA_BELOW)) {
    const letter = parts.slice(0, -1).toUpperCase().normalize('NFC');
    return letter.length === 1 ? (letter + IOTA_BELOW).normalize('NFC') : letter + IOTA_BELOW;
  }
  const upper = character.toUpperCase();
  const [first = ''] = upper;
  return first + downcase(upper.slice(first.length));
}
