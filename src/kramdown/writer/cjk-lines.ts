const LINE_BREAK = /([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])\n(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/gu;

/** Removes the line breaks between Chinese and Japanese characters, which would be shown as spaces. */
export function joinCjkLines(text: string): string {
  return text.replace(LINE_BREAK, '$1');
}
