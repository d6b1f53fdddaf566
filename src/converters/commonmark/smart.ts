import type { MarkdownIt, StateCore, Token } from './markdown-it.ts';

/** The option SMART: cmark's curly quotes, dashes and ellipses. */
export function useSmart(parser: MarkdownIt): void {
  parser.set({ typographer: true });
  parser.enable('smartquotes');
  parser.core.ruler.before('smartquotes', 'smart_dashes', (state) => {
    for (const block of state.tokens) {
      for (const token of block.children ?? []) {
        if (token.type === 'text') token.content = token.content.replaceAll('...', '…').replace(/-{2,}/g, dashes);
      }
    }
  });
  parser.core.ruler.after('smartquotes', 'lonely_quotes', curlLonelyQuotes);
}

/** Quotes that have no partner are curly too: single ones are apostrophes, double ones close if they can. */
function curlLonelyQuotes(state: StateCore): void {
  for (const { children } of state.tokens) {
    children?.forEach((token, index) => {
      if (token.type !== 'text' || !/['"]/.test(token.content)) return;
      const before = edgeOf(children[index - 1], -1);
      const after = edgeOf(children[index + 1], 0);
      token.content = token.content.replace(/['"]/g, (quote, at: number, text: string) => {
        if (quote === "'") return '’';
        return isRightFlanking(state, text[at - 1] ?? before, text[at + 1] ?? after) ? '”' : '“';
      });
    });
  }
}

/** The first or last character of the text beside a quote: that of a line break is one too. */
function edgeOf(token: Token | undefined, index: 0 | -1): string {
  return token?.content.at(index) ?? ' ';
}

function isRightFlanking({ md }: StateCore, before: string, after: string): boolean {
  const { isWhiteSpace, isMdAsciiPunct, isPunctChar } = md.utils;
  const isSpace = (character: string) => isWhiteSpace(character.charCodeAt(0));
  const isPunctuation = (character: string) => isMdAsciiPunct(character.charCodeAt(0)) || isPunctChar(character);
  return !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after));
}

/** A run divisible by 3 becomes em dashes, by 2 en dashes; any other as many em dashes as possible, then en dashes. */
function dashes(run: string): string {
  const { length } = run;
  if (length % 3 === 0) return '—'.repeat(length / 3);
  if (length % 2 === 0) return '–'.repeat(length / 2);
  return length % 3 === 2 ? `${'—'.repeat((length - 2) / 3)}–` : `${'—'.repeat((length - 4) / 3)}––`;
}
