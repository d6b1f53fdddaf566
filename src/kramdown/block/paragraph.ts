import { stripLeft, stripRight } from '../../util/values/ruby-text.ts';
import type { BlockRule } from '../dispatch.ts';
import type { Parser } from '../parser.ts';
import type { Scanner } from '../scanner.ts';
import { endsLazyText, skipIndent } from './boundary.ts';
import { startsDefinition } from './definition-list.ts';
import { startsFence } from './fenced-codeblock.ts';
import { startsAtxHeader } from './header.ts';
import { startsList } from './list-marker.ts';

/** Whether a paragraph ends before the line at a position. */
export function endsParagraph(scanner: Scanner, at: number): boolean {
  return endsLazyText(scanner, at) || startsDefinition(scanner.text, at);
}

/** The same with GFM's quirk `paragraph_end`, where most blocks need no blank line before them. */
export function endsParagraphGfm(scanner: Scanner, at: number): boolean {
  const { text } = scanner;
  if (endsLazyText(scanner, at)) return true;
  switch (text[skipIndent(text, at)]) {
    case '>':
      return true;
    case ':':
      return startsDefinition(text, at);
    case '#':
      return startsAtxHeader(text, at);
    case '~':
    case '`':
      return startsFence(text, at);
    default:
      return startsList(text, at);
  }
}

/** The separator between a paragraph and a text that continues it: a line break at the end of the paragraph is kept. */
function joiner(text: string, pos: number): string {
  return text.slice(Math.max(0, pos - 3), pos) === '  \n' ? '  \n' : '\n';
}

function parseParagraph(parser: Parser): boolean {
  const { scanner, tree } = parser;
  const { text, pos } = scanner;
  const { line } = scanner;
  let end = scanner.lineEnd();
  while (!parser.dialect.endsParagraph(scanner, end)) end = scanner.lineEnd(end);
  scanner.pos = end;
  const content = stripRight(text.slice(pos, end));
  const last = tree.children[tree.children.length - 1];
  if (last?.kind !== 'p') {
    tree.append(parser.newBlock('p', stripLeft(content), line));
    return true;
  }
  const holder = last.children[last.children.length - 1] ?? last;
  const isContinued = holder.kind === 'raw_text' || (holder === last && last.value !== '');
  if (isContinued) holder.value += joiner(text, pos) + content;
  else parser.addText(content, last);
  return true;
}

/** Anything that no other rule takes. */
export const paragraph: BlockRule = { name: 'paragraph', parse: parseParagraph };
