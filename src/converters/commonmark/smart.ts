import type { MarkdownIt } from './markdown-it.ts';

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
}

/** A run divisible by 3 becomes em dashes, by 2 en dashes; any other as many em dashes as possible, then en dashes. */
function dashes(run: string): string {
  const { length } = run;
  if (length % 3 === 0) return '—'.repeat(length / 3);
  if (length % 2 === 0) return '–'.repeat(length / 2);
  return length % 3 === 2 ? `${'—'.repeat((length - 2) / 3)}–` : `${'—'.repeat((length - 4) / 3)}––`;
}
