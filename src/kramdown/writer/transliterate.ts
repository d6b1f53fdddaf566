/**
 * Letters that are not just an ASCII letter with marks, each followed by its transliteration in Unidecode, stringex's
 * source.
 */
const LATIN = 'đd ĐD øo ØO łl ŁL ßss æae ÆAE œoe ŒOE þth ÞTh ðd ÐD ıi ħh ĦH ŋng ŊNG ŧt ŦT';

const CYRILLIC =
  'аa бb вv гg дd еe ёe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ыy эe юiu яia іi їi єie ґg';

const PUNCTUATION = '—--- –-- ‘\' ’\' “" ”" …...';

const LETTERS = new Map(
  `${LATIN} ${CYRILLIC} ${PUNCTUATION}`.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function transliterateLetter(letter: string): string {
  const known = LETTERS.get(letter);
  if (known !== undefined) return known;
  const lower = LETTERS.get(letter.toLowerCase());
  if (lower !== undefined) return capitalize(lower);
  return /\p{Z}/u.test(letter) ? ' ' : letter.normalize('NFD').replace(/\p{M}/gu, '');
}

/**
 * Transliterates a text: Latin letters lose their marks, Cyrillic ones are spelt out.
 *
 * kramdown uses the gem stringex for this, whose tables cover other scripts too; here, letters of those stay and are
 * then dropped from the id.
 */
export function transliterate(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, transliterateLetter);
}
