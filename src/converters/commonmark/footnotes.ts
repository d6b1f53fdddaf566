import { type MarkdownIt, type StateBlock, type StateInline, type Token, textStart } from './markdown-it.ts';

/** The footnotes of one document. */
interface Notes {
  /** The parsed text of each label's definition. */
  readonly texts: Map<string, readonly Token[]>;
  /** The number of each label that is referred to, in the order of the first references. */
  readonly numbers: Map<string, number>;
}

const DEFINITION = /^\[\^([^\]\s]+)\]:[ \t]*/;
const REFERENCE = /\[\^([^\]\s]+)\]/y;
const CODE_INDENT = 4;
/** The type of the token that separates the document's tokens from those of the notes. */
const TEXTS = 'footnote_texts';

/** By markdown-it's `env`, of which each document has its own. */
const notesByDocument = new WeakMap<object, Notes>();

function notesOf(document: object): Notes {
  const notes = notesByDocument.get(document) ?? { texts: new Map(), numbers: new Map() };
  notesByDocument.set(document, notes);
  return notes;
}

/** The option FOOTNOTES: `[^1]` in the text and `[^1]: note` below it, written as cmark writes them. */
export function useFootnotes(parser: MarkdownIt): void {
  parser.block.ruler.before('reference', 'footnote', readDefinition, { alt: ['paragraph', 'reference'] });
  parser.inline.ruler.after('image', 'footnote', readReference);
  // What is done with the document's texts, such as finding links, is done with those of the notes too.
  parser.core.ruler.after('block', TEXTS, (state) => {
    state.tokens.push(new state.Token(TEXTS, '', 0));
    for (const tokens of notesOf(state.env).texts.values()) state.tokens.push(...tokens);
  });
  parser.core.ruler.push('footnotes', (state) => {
    const notes = notesOf(state.env);
    state.tokens.length = state.tokens.findIndex(({ type }) => type === TEXTS);
    if (notes.numbers.size === 0) return;
    const section = new state.Token('html_block', '', 0);
    section.content = writeSection(notes, (tokens) =>
      state.md.renderer.render([...tokens], state.md.options, state.env),
    );
    section.meta = { isOwn: true };
    state.tokens.push(section);
  });
}

function readDefinition(state: StateBlock, startLine: number, endLine: number, isSilent: boolean): boolean {
  const start = textStart(state, startLine);
  const match = DEFINITION.exec(state.src.slice(start, state.eMarks[startLine]));
  if (match === null) return false;
  if (isSilent) return true;
  const end = findDefinitionEnd(state, startLine, endLine);
  const lines = state.getLines(startLine + 1, end, CODE_INDENT, false);
  const first = state.src.slice(start + match[0].length, state.eMarks[startLine]);
  const tokens: Token[] = [];
  state.md.block.parse(lines === '' ? first : `${first}\n${lines}`, state.md, state.env, tokens);
  notesOf(state.env).texts.set((match[1] ?? '').toLowerCase(), tokens);
  state.line = end;
  return true;
}

/** A definition includes the indented lines after it, and lines that continue its paragraph. */
function findDefinitionEnd(state: StateBlock, startLine: number, endLine: number): number {
  let end = startLine + 1;
  for (let line = end; line < endLine; line++) {
    if (state.isEmpty(line)) continue;
    const isIndented = (state.sCount[line] ?? 0) >= CODE_INDENT;
    if (!isIndented && line !== end) break;
    if (!isIndented && DEFINITION.test(state.src.slice(textStart(state, line)))) break;
    end = line + 1;
  }
  return end;
}

function readReference(state: StateInline, isSilent: boolean): boolean {
  REFERENCE.lastIndex = state.pos;
  const match = REFERENCE.exec(state.src);
  const label = match?.[1]?.toLowerCase() ?? '';
  const notes = notesOf(state.env);
  if (match === null || !notes.texts.has(label)) return false;
  if (!isSilent) {
    const number = notes.numbers.get(label) ?? notes.numbers.size + 1;
    notes.numbers.set(label, number);
    const token = state.push('html_inline', '', 0);
    token.content = `<sup class="footnote-ref"><a href="#fn${number}" id="fnref${number}">${number}</a></sup>`;
    token.meta = { isOwn: true };
  }
  state.pos += match[0].length;
  return true;
}

function writeSection(notes: Notes, render: (tokens: readonly Token[]) => string): string {
  const items = [...notes.numbers].map(([label, number]) => {
    const back = ` <a href="#fnref${number}" class="footnote-backref">↩</a>`;
    const html = render(notes.texts.get(label) ?? []);
    const marked = html.endsWith('</p>\n') ? `${html.slice(0, -5)}${back}</p>\n` : `${html}${back.trimStart()}\n`;
    return `<li id="fn${number}">\n${marked}</li>\n`;
  });
  return `<section class="footnotes">\n<ol>\n${items.join('')}</ol>\n</section>\n`;
}
