import type { BlockRule } from '../dispatch.ts';
import { Element, TRANSPARENT } from '../element.ts';
import type { Parser } from '../parser.ts';
import { Scanner } from '../scanner.ts';
import { blankLinesEnd, isEndOfBlock } from './boundary.ts';
import { horizontalRuleEnd } from './horizontal-rule.ts';
import { readFirstLine, takeItemIal, takeItemLine } from './list-item.ts';
import { type ListKind, readMarker, startsList } from './list-marker.ts';
import { textHolder } from './paragraph-text.ts';

/** An item and its text, which is parsed in two pieces where it contains a list. */
interface Item {
  readonly element: Element;
  /** Its text up to the nested list. */
  text: string | undefined;
  /** Its text from the first line of the nested list on. */
  listText: string | undefined;
}

/** Collects the lines of a list's items. */
class ListReader {
  readonly items: Item[] = [];
  /** The lines of the current piece, which are joined when it ends: many short strings take a lot of memory. */
  private lines: string[] = [];
  endsWithMarker = false;
  private indentation = 0;
  private markerIndent = 3;
  private hasNestedList = false;
  private isAfterBlank = false;

  constructor(
    private readonly parser: Parser,
    private readonly kind: ListKind,
  ) {}

  read(): void {
    this.readLines();
    this.endPiece();
  }

  private readLines(): void {
    const { scanner } = this.parser;
    while (!scanner.atEnd) {
      if (this.isAfterBlank && horizontalRuleEnd(scanner.text, scanner.pos) !== -1) return;
      if (isEndOfBlock(scanner.text, scanner.pos)) {
        scanner.pos = scanner.lineEnd();
        this.endsWithMarker = true;
        return;
      }
      if (!this.readItem() && !this.readContent() && !this.readBlank()) return;
    }
  }

  private readItem(): boolean {
    const { scanner } = this.parser;
    const line = readMarker(scanner.text, scanner.pos, this.kind, this.markerIndent);
    if (line === undefined) return false;
    this.endPiece();
    const element = new Element('li', '', scanner.line);
    scanner.pos = line.end;
    const first = readFirstLine(line.marker.length, line.content);
    const text = takeItemIal(this.parser, element, first.text);
    this.indentation = first.indentation;
    this.markerIndent = first.indentation < 4 ? first.indentation - 1 : 3;
    this.hasNestedList = startsList(text, 0);
    this.isAfterBlank = false;
    this.items.push({ element, text: undefined, listText: undefined });
    this.lines.push(text);
    return true;
  }

  private readContent(): boolean {
    const item = this.items[this.items.length - 1];
    const line = item && takeItemLine(this.parser.scanner, this.indentation, this.isAfterBlank);
    if (item === undefined || line === undefined) return false;
    let content = line.text;
    if (!this.hasNestedList && line.isIndented && startsList(content, 0)) {
      this.endPiece();
      this.hasNestedList = true;
    } else if (this.hasNestedList && !line.isIndented && startsList(content, 0)) {
      content = ' '.repeat(this.indentation + 4) + content;
    }
    this.lines.push(content);
    this.isAfterBlank = false;
    return true;
  }

  private readBlank(): boolean {
    const { scanner } = this.parser;
    const { text, pos } = scanner;
    const end = blankLinesEnd(text, pos);
    const item = this.items[this.items.length - 1];
    if (end === -1 || item === undefined) return false;
    scanner.pos = end;
    this.hasNestedList = true;
    this.isAfterBlank = true;
    this.lines.push(text.slice(pos, end));
    return true;
  }

  private endPiece(): void {
    const item = this.items[this.items.length - 1];
    if (item === undefined) return;
    const piece = this.lines.join('');
    this.lines = [];
    if (item.text === undefined) item.text = piece;
    else item.listText = piece;
  }
}

function parseItem(parser: Parser, item: Item): void {
  const { scanner } = parser;
  const { element, text = '', listText } = item;
  item.text = undefined;
  item.listText = undefined;
  parser.scanner = new Scanner(text, element.line);
  parser.parseBlocks(element);
  if (listText !== undefined) {
    parser.scanner = new Scanner(listText, parser.scanner.line);
    parser.parseBlocks(element);
  }
  parser.scanner = scanner;
}

/** Whether all items before the last one begin with a `<p>`. */
function isLoose(items: readonly Item[]): boolean {
  return items.slice(0, -1).every(({ element: { children } }) => {
    const first = children[0];
    return first?.kind === 'p' && first.options.transparent !== true;
  });
}

/** Whether an item is tight: its text is written without a `<p>`. */
function isTight({ items, endsWithMarker }: ListReader, item: Item): boolean {
  const { children } = item.element;
  const [first, second] = children;
  const isLast = item === items[items.length - 1];
  if (first?.kind !== 'p') return false;
  const isFollowed = second?.kind === 'blank' && !(isLast && children.length === 2 && !endsWithMarker);
  return !isFollowed && (!isLast || items.length === 1 || !isLoose(items));
}

/** Decides whether an item is tight; removes and returns the blank lines at its end. */
function finishItem(list: ListReader, item: Item): Element | undefined {
  const { children } = item.element;
  const first = children[0];
  if (first === undefined) return undefined;
  // An attribute list for the first paragraph has left an end-of-block element after it.
  if (first.kind === 'p' && first.ial !== undefined && children[1]?.kind === 'eob') children.splice(1, 1);
  if (isTight(list, item)) {
    const text = textHolder(first);
    if (text !== undefined && children.length > 1 && children[1]?.kind !== 'blank') text.value += '\n';
    first.options = TRANSPARENT;
  }
  return children[children.length - 1]?.kind === 'blank' ? children.pop() : undefined;
}

function parseList(parser: Parser): Element | undefined {
  const { scanner, tree } = parser;
  const isUnordered = readMarker(scanner.text, scanner.pos, 'ul') !== undefined;
  if (!isUnordered && readMarker(scanner.text, scanner.pos, 'ol') === undefined) return undefined;
  const kind = isUnordered ? 'ul' : 'ol';
  const list = parser.newBlock(kind, '', scanner.line);
  const reader = new ListReader(parser, kind);
  reader.read();
  tree.append(list);
  list.children = reader.items.map(({ element }) => element);
  let blank: Element | undefined;
  for (const item of reader.items) {
    parseItem(parser, item);
    if (item.element.children.length > 0) blank = finishItem(reader, item);
  }
  if (blank !== undefined && !reader.endsWithMarker) tree.append(blank);
  return list;
}

/** Ordered and unordered lists. */
export const list: BlockRule = {
  name: 'list',
  first: '+*-0123456789',
  parse: (parser) => parseList(parser) !== undefined,
};

const CHECKBOX = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />';
const CHECKED = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />';

/** Turns `[ ]` and `[x]` at the start of items into check boxes. After the first task, every item counts as one. */
function markTasks(list: Element): void {
  let hasTasks = false;
  for (const item of list.children) {
    const [first] = item.children;
    const text = first?.kind === 'p' ? textHolder(first) : undefined;
    if (text === undefined) continue;
    const written = text.value;
    text.value = written
      .replace(/^[ \t\n\v\f\r]*\[ \][ \t\n\v\f\r]+/, CHECKBOX)
      .replace(/^[ \t\n\v\f\r]*\[x\][ \t\n\v\f\r]+/i, CHECKED);
    hasTasks ||= text.value !== written;
    if (hasTasks) item.attributes.set('class', 'task-list-item');
  }
  if (hasTasks) list.attributes.set('class', 'task-list');
}

function parseListGfm(parser: Parser): boolean {
  const list = parseList(parser);
  if (list !== undefined) markTasks(list);
  return list !== undefined;
}

/** The same with GFM's task lists. */
export const listGfm: BlockRule = { name: 'list_gfm', first: '+*-0123456789', parse: parseListGfm };
