import { splitLines } from '../characters.ts';
import type { BlockRule } from '../dispatch.ts';
import { Element, TRANSPARENT } from '../element.ts';
import type { Parser } from '../parser.ts';
import { blankLinesEnd, isEndOfBlock } from './boundary.ts';
import { readFirstLine, takeItemIal, takeItemLine } from './list-item.ts';
import { readMarker } from './list-marker.ts';
import { textHolder } from './paragraph-text.ts';

/** Whether a definition starts at a line. */
export function startsDefinition(text: string, at: number): boolean {
  return readMarker(text, at, 'dl') !== undefined;
}

interface Definition {
  readonly element: Element;
  text: string;
  /** Whether a blank line precedes it, which makes its first text a paragraph. */
  readonly isParagraph: boolean;
}

/** Collects the lines of definitions. */
class DefinitionReader {
  readonly definitions: Definition[] = [];
  private indentation = 0;
  private markerIndent = 3;
  private isAfterBlank = false;

  constructor(
    private readonly parser: Parser,
    private isParagraph: boolean,
  ) {}

  read(): void {
    const { scanner } = this.parser;
    while (!scanner.atEnd) {
      if (this.readDefinition()) continue;
      if (isEndOfBlock(scanner.text, scanner.pos) || (!this.readContent() && !this.readBlank())) return;
    }
  }

  private readDefinition(): boolean {
    const { scanner } = this.parser;
    const line = readMarker(scanner.text, scanner.pos, 'dl', this.markerIndent);
    if (line === undefined) return false;
    const element = new Element('dd', '', scanner.line);
    scanner.pos = line.end;
    const first = readFirstLine(line.marker.length, line.content);
    const text = takeItemIal(this.parser, element, first.text);
    this.definitions.push({ element, text, isParagraph: this.isParagraph });
    this.indentation = first.indentation;
    this.markerIndent = first.indentation < 4 ? first.indentation - 1 : 3;
    this.isParagraph = false;
    this.isAfterBlank = false;
    return true;
  }

  private readContent(): boolean {
    const last = this.definitions[this.definitions.length - 1];
    const line = last && takeItemLine(this.parser.scanner, this.indentation, this.isAfterBlank);
    if (last === undefined || line === undefined) return false;
    last.text += line.text;
    this.isParagraph = false;
    this.isAfterBlank = false;
    return true;
  }

  private readBlank(): boolean {
    const { scanner } = this.parser;
    const { text, pos } = scanner;
    const end = blankLinesEnd(text, pos);
    const last = this.definitions[this.definitions.length - 1];
    if (end === -1 || last === undefined) return false;
    scanner.pos = end;
    last.text += text.slice(pos, end);
    this.isParagraph = true;
    this.isAfterBlank = true;
    return true;
  }
}

/**
 * Takes the paragraph before the definitions, whose lines are the terms, back out of the tree, with one blank line
 * after it.
 */
function takeTerms(parser: Parser): { paragraph: Element; isSeparated: boolean } | undefined {
  const { children } = parser.tree;
  const last = children[children.length - 1];
  const before = children[children.length - 2];
  const isSeparated = last?.kind === 'blank' && last.value === '\n' && before?.kind === 'p';
  if (last?.kind !== 'p' && !isSeparated) return undefined;
  const [paragraph] = children.splice(isSeparated ? -2 : -1);
  return paragraph === undefined ? undefined : { paragraph, isSeparated };
}

function newTerms(parser: Parser, paragraph: Element): Element[] {
  const lines = splitLines(textHolder(paragraph)?.value ?? '');
  return lines.map((line) => {
    const term = new Element('dt', '', parser.scanner.line);
    term.value = takeItemIal(parser, term, line);
    return term;
  });
}

/** Decides whether a definition's first text is a paragraph; removes and returns the blank lines at its end. */
function finishDefinition({ element, isParagraph }: Definition): Element | undefined {
  const { children } = element;
  const blank = children[children.length - 1]?.kind === 'blank' ? children.pop() : undefined;
  const first = children[0];
  if (first?.kind === 'p' && !isParagraph) {
    const text = textHolder(first);
    if (text !== undefined && children.length > 1) text.value += '\n';
    first.options = TRANSPARENT;
  }
  return blank;
}

/** Adds a list to the tree, or to the definition list before it. */
function addList(tree: Element, list: Element): void {
  const { children } = tree;
  const last = children[children.length - 1];
  const before = children[children.length - 2];
  if (last?.kind === 'blank' && before?.kind === 'dl') children.pop();
  const previous = children[children.length - 1];
  if (previous?.kind === 'dl') previous.append(...list.children);
  else tree.append(list);
}

function parseDefinitionList(parser: Parser): boolean {
  const { scanner, tree } = parser;
  if (!startsDefinition(scanner.text, scanner.pos)) return false;
  const terms = takeTerms(parser);
  if (terms === undefined) return false;
  const { paragraph, isSeparated } = terms;
  const list = parser.newBlock('dl', '', paragraph.line);
  list.children = newTerms(parser, paragraph);
  list.ial = paragraph.ial;
  const reader = new DefinitionReader(parser, isSeparated);
  reader.read();
  let blank: Element | undefined;
  for (const definition of reader.definitions) {
    list.append(definition.element);
    parser.parseBlocks(definition.element, definition.text);
    if (definition.element.children.length > 0) blank = finishDefinition(definition);
  }
  addList(tree, list);
  if (blank !== undefined) tree.append(blank);
  return true;
}

/** Definitions after a paragraph, whose lines become the terms. */
export const definitionList: BlockRule = { name: 'definition_list', first: ':', parse: parseDefinitionList };
