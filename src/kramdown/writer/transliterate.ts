/** A text in ASCII letters; without a table of letters it stays as it is, as kramdown leaves it without stringex. */
export function transliterate(text: string): string {
  return text;
}
