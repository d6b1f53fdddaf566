import { UnicodePattern } from '../../util/unicode-pattern.ts';

const CHARACTER = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const LINE_BREAK = new UnicodePattern(`(${CHARACTER})\\n(?=${CHARACTER})`, 'g');

/** Removes the line breaks between Chinese and Japanese characters, which would be shown as spaces. */
export function joinCjkLines(text: string): string {
  return text.replace(LINE_BREAK.for(text), '$1');
}
