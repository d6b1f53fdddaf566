/** The i18n gem's approximations of letters in ASCII: each replacement, and the letters that it replaces. */
const APPROXIMATIONS = [
  'A:ÀÁÂÃÄÅĀĂĄ AE:Æ C:ÇĆĈĊČ D:ÐĎĐ E:ÈÉÊËĒĔĖĘĚ G:ĜĞĠĢ H:ĤĦ I:ÌÍÎÏĨĪĬĮİ IJ:Ĳ J:Ĵ K:Ķ L:ĹĻĽĿŁ N:ÑŃŅŇ NG:Ŋ O:ÒÓÔÕÖØŌŎŐ OE:Œ',
  'R:ŔŖŘ S:ŚŜŞŠ T:ŢŤŦ Th:Þ U:ÙÚÛÜŨŪŬŮŰŲ W:Ŵ Y:ÝŶŸ Z:ŹŻŽ x:×',
  "a:àáâãäåāăą ae:æ c:çćĉċč d:ðďđ e:èéêëēĕėęě g:ĝğġģ h:ĥħ i:ìíîïĩīĭįı ij:ĳ j:ĵ k:ķĸ l:ĺļľŀł n:ñńņň 'n:ŉ ng:ŋ o:òóôõöøōŏő oe:œ",
  'r:ŕŗř s:śŝşš ss:ß t:ţťŧ th:þ u:ùúûüũūŭůűų w:ŵ y:ýÿŷ z:źżž',
].join(' ');

const LETTERS = new Map(
  APPROXIMATIONS.split(' ').flatMap((entry) => {
    const [plain = '', letters = ''] = entry.split(':');
    return [...letters].map((letter): [string, string] => [letter, plain]);
  }),
);

/**
 * `I18n.transliterate`: accents are dropped, anything else beyond ASCII becomes a question mark.
 *
 * @example
 * transliterate('Ærø') // 'AEro'
 */
export function transliterate(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (letter) => LETTERS.get(letter) ?? '?');
}
