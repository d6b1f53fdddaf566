import type { MarkdownIt } from './markdown-it.ts';
import { curlQuotes } from './smart-quotes.ts';

/** The option SMART: cmark's curly quotes, dashes and ellipses. */
export function useSmart(parser: MarkdownIt): void {
  parser.core.ruler.before('text_join', 'smart', (state) => {
    for (const { children } of state.tokens) {
      if (children === null) continue;
      curlQuotes(children);
      for (const token of children) {
        if (token.type === 'text') token.content = token.content.replaceAll('...', '…').replace(/-{2,}/g, dashes);
      }
    }
  });
}

/** A run divisible by 3 becomes em dashes, by 2 en dashes; any other as many em dashes as possible, then en dashes. */
function dashes(run: string): string {
  const { length } = run;
  if (length % 3 === 0) return '—'.repeat(length / 3);
  if (length % 2 === 0) return '–'.repeat(length / 2);
  return length % 3 === 2 ? `${'—'.repeat((length - 2) / 3)}–` : `${'—'.repeat((length - 4) / 3)}––`;
}
