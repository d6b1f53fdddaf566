import type { MarkdownIt, StateInline, Token } from './markdown-it.ts';

/** What cmark makes of plain text where markdown-it makes something else. */
export function useCmarkText(parser: MarkdownIt): void {
  parser.inline.ruler.before('newline', 'tabs_at_line_end', dropTabs);
  parser.core.ruler.before('text_join', 'control_characters', (state) => {
    for (const { children } of state.tokens) for (const token of children ?? []) keepControlCharacter(token);
  });
}

/** At the end of a line, tabs disappear as spaces do. Only two spaces right before the end make a hard break. */
function dropTabs(state: StateInline, isSilent: boolean): boolean {
  const { pending } = state;
  if (isSilent || state.src[state.pos] !== '\n') return false;
  let end = pending.length;
  while (pending[end - 1] === ' ' || pending[end - 1] === '\t') end--;
  if (pending.includes('\t', end)) state.pending = pending.slice(0, end) + (pending.endsWith('  ') ? '  ' : '');
  return false;
}

/** `&#146;` and the like stand for what markdown-it replaces by U+FFFD: characters that no text should have. */
function keepControlCharacter(token: Token): void {
  if (token.type !== 'text_special' || token.info !== 'entity' || token.content !== '\uFFFD') return;
  const code = Number(token.markup.slice(1, -1).replace('#x', '0x').replace('#X', '0x').replace('#', ''));
  const isSurrogate = code >= 0xd800 && code < 0xe000;
  if (code > 0 && code < 0x110000 && !isSurrogate) token.content = String.fromCodePoint(code);
}
