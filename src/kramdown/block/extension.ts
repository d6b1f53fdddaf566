import { AttributeList, findListEnd, readAttributeList } from '../attribute-list.ts';
import { blankLineEnd } from '../characters.ts';
import type { BlockRule } from '../dispatch.ts';
import { parseExtension } from '../extension.ts';
import type { Parser } from '../parser.ts';
import { readBlockIal, skipIndent } from './boundary.ts';

const DEFINITION = /\{:([0-9A-Za-z_][\w-]*):/y;

function readInto(parser: Parser, content: string, list: AttributeList): void {
  if (readAttributeList(content, list)) return;
  parser.warn(() => `No or invalid attributes found in IAL/ALD content: ${content}`);
}

/** `{:name: .class key="value"}`, which other attribute lists may refer to. */
function parseListDefinition(parser: Parser, start: number): boolean {
  const { scanner, attributeLists, tree } = parser;
  const { text } = scanner;
  DEFINITION.lastIndex = start;
  const match = DEFINITION.exec(text);
  if (match === null) return false;
  const contentStart = DEFINITION.lastIndex;
  const accepts = (end: number): boolean => end > contentStart && blankLineEnd(text, end + 1) !== -1;
  const close = findListEnd(scanner, contentStart, 'definition', accepts);
  if (close === -1) return false;
  scanner.pos = blankLineEnd(text, close + 1);
  const name = match[1] ?? '';
  readInto(parser, text.slice(contentStart, close), attributeLists.define(name));
  tree.append(parser.newBlock('eob', 'ald'));
  return true;
}

const DEFINITIONS = ['link_def', 'abbrev_def', 'footnote_def'];

/** An attribute list for the block before it or, if there is none, for the block after it. */
function parseIal(parser: Parser, start: number): boolean {
  const { scanner, tree } = parser;
  const ial = readBlockIal(scanner, start);
  if (ial === undefined) return false;
  scanner.pos = ial.end;
  const last = tree.children[tree.children.length - 1];
  if (last === undefined || last.kind === 'blank' || (last.kind === 'eob' && !DEFINITIONS.includes(last.value))) {
    parser.blockIal ??= new AttributeList();
    readInto(parser, ial.content, parser.blockIal);
    return true;
  }
  last.ial ??= new AttributeList();
  readInto(parser, ial.content, last.ial);
  const isFollowed = readBlockIal(scanner, skipIndent(scanner.text, scanner.pos)) !== undefined;
  if (!isFollowed) tree.append(parser.newBlock('eob', 'ial'));
  return true;
}

function parseBlockExtensions(parser: Parser): boolean {
  const { scanner } = parser;
  const start = skipIndent(scanner.text, scanner.pos);
  if (!scanner.text.startsWith('{:', start)) return false;
  if (parseListDefinition(parser, start)) return true;
  const extension = parseExtension(parser, 'block');
  return extension ?? parseIal(parser, start);
}

/** Attribute lists, their definitions, and extensions like `{::comment}`. */
export const blockExtensions: BlockRule = { name: 'block_extensions', first: '{', parse: parseBlockExtensions };
