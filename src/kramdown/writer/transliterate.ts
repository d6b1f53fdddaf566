/** Letters that are no ASCII letter with marks, with what Unidecode (and so stringex) writes for them. */
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
 * A text in ASCII letters: Latin letters lose their marks, Cyrillic ones are spelt out.
 *
 * kramdown asks the gem stringex for this, whose tables cover other scripts too; letters of those do not make it into
 * an id here.
 */
export function transliterate(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, transliterateLetter);
}
