import type { MarkdownIt, StateCore, Token } from './markdown-it.ts';

/**
 * `www.`, addresses with a protocol, and mail addresses, as in GitHub's autolinks. A mail address may only start where
 * no character before it could belong to it: otherwise a long word would be searched for an `@` from each of its
 * characters.
 */
const LINK =
  /(?<![\w/.@:-])(?:https?:\/\/|ftp:\/\/|www\.)[\w-]+(?:\.[\w-]+)*(?::\d+)?[^\s<]*|(?<![\w/.@:+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?![\w-])/g;
const TRAILING_PUNCTUATION = '?!.,:*_~\'"';

/** The extension `autolink`: turns addresses in plain text into links. */
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

/** Punctuation and entities at the end do not belong to an address, nor do brackets that were not opened in it. */
function trimAddress(address: string): string {
  let end = address.length;
  let unopened = address.split(')').length - address.split('(').length;
  for (;;) {
    const last = address.charAt(end - 1);
    if (last === ')' && unopened > 0) {
      unopened--;
      end--;
    } else if (last !== '' && TRAILING_PUNCTUATION.includes(last)) end--;
    else if (last === ';' && entityStart(address, end) !== -1) end = entityStart(address, end);
    else return address.slice(0, end);
  }
}

/** The index of the `&` of an entity that ends before `end`; -1 if there is none. */
function entityStart(address: string, end: number): number {
  let start = end - 2;
  while (/[a-zA-Z0-9]/.test(address.charAt(start))) start--;
  return address.charAt(start) === '&' && start < end - 2 ? start : -1;
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
