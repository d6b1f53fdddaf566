import type { MarkdownIt, StateCore, Token } from './markdown-it.ts';

/** `www.`, addresses with a protocol and mail addresses, as GitHub's autolinks know them. */
const LINK =
  /(?<![\w/.@:-])(?:(https?:\/\/|ftp:\/\/|www\.)[\w-]+(?:\.[\w-]+)*(?::\d+)?[^\s<]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?![\w-]))/g;
const TRAILING = /[?!.,:*_~'"]+$|&[a-zA-Z0-9]+;$/;

/** The extension `autolink`: addresses in plain text become links. */
export function useAutolinks(parser: MarkdownIt): void {
  parser.core.ruler.after('inline', 'autolinks', (state) => {
    for (const block of state.tokens) {
      if (block.type === 'inline' && block.children !== null) block.children = linkAll(block.children, state);
    }
  });
}

function linkAll(children: readonly Token[], state: StateCore): Token[] {
  let depth = 0;
  return children.flatMap((token) => {
    if (token.type === 'link_open') depth++;
    if (token.type === 'link_close') depth--;
    return depth === 0 && token.type === 'text' ? splitLinks(token, state) : [token];
  });
}

function splitLinks(token: Token, state: StateCore): Token[] {
  const parts: Token[] = [];
  let end = 0;
  for (const match of token.content.matchAll(LINK)) {
    const address = trimAddress(match[0]);
    if (address === '') continue;
    parts.push(text(token.content.slice(end, match.index), state), ...link(address, state));
    end = match.index + address.length;
  }
  return end === 0 ? [token] : [...parts, text(token.content.slice(end), state)];
}

/** Punctuation at the end does not belong to the address, nor a bracket that was not opened in it. */
function trimAddress(address: string): string {
  let trimmed = address;
  for (;;) {
    const shorter = isUnbalanced(trimmed) ? trimmed.slice(0, -1) : trimmed.replace(TRAILING, '');
    if (shorter === trimmed) return trimmed;
    trimmed = shorter;
  }
}

function isUnbalanced(address: string): boolean {
  return address.endsWith(')') && address.split(')').length > address.split('(').length;
}

function text(content: string, { Token }: StateCore): Token {
  const token = new Token('text', '', 0);
  token.content = content;
  return token;
}

function link(address: string, state: StateCore): Token[] {
  const open = new state.Token('link_open', 'a', 1);
  const protocol = address.startsWith('www.') ? 'http://' : address.includes('://') ? '' : 'mailto:';
  open.attrs = [['href', state.md.normalizeLink(protocol + address)]];
  return [open, text(address, state), new state.Token('link_close', 'a', -1)];
}
