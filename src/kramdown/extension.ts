import { AttributeList, findListEnd, readAttributeList } from './attribute-list.ts';
import { blankLineEnd, isSpace, NEWLINE, SPACE } from './characters.ts';
import { Element } from './element.ts';
import { isOptionName } from './options.ts';
import type { Parser } from './parser.ts';
import type { Scanner } from './scanner.ts';

type Category = 'block' | 'span';

/** `{::name options}`, `{::name options /}`, or `{:/name}`. */
interface ExtensionTag {
  readonly kind: 'start' | 'closed' | 'stop';
  readonly name: string;
  readonly options: string;
  readonly end: number;
}

const NAME = /\w+/y;
const STOP_NAME = /(?:\w[\w-]*)?/y;
const SLASH = 47;

function nameAt(text: string, start: number, pattern: RegExp): string | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0];
}

/** The end of a tag whose `}` is at `close`; -1 if it is block-level and its line does not end there. */
function tagEnd(text: string, close: number, category: Category): number {
  return category === 'span' ? close + 1 : blankLineEnd(text, close + 1);
}

function readStopTag(text: string, start: number, category: Category): ExtensionTag | undefined {
  const name = nameAt(text, start + 3, STOP_NAME) ?? '';
  const close = start + 3 + name.length;
  const end = text[close] === '}' ? tagEnd(text, close, category) : -1;
  if (end === -1) return undefined;
  // At block level kramdown takes `{:/}` for a start tag without a name, which its warning shows.
  return { kind: category === 'block' && name === '' ? 'start' : 'stop', name, options: '', end };
}

function readStartTag(scanner: Scanner, start: number, category: Category): ExtensionTag | undefined {
  const { text } = scanner;
  const name = nameAt(text, start + 3, NAME);
  if (name === undefined) return undefined;
  const nameEnd = start + 3 + name.length;
  if (!isSpace(text.charCodeAt(nameEnd))) {
    const isClosed = text.charCodeAt(nameEnd) === SLASH;
    const close = isClosed ? nameEnd + 1 : nameEnd;
    const end = text[close] === '}' ? tagEnd(text, close, category) : -1;
    return end === -1 ? undefined : { kind: isClosed ? 'closed' : 'start', name, options: '', end };
  }
  const close = findListEnd(scanner, nameEnd + 1, `${category} extension`, (at) => tagEnd(text, at, category) !== -1);
  if (close === -1) return undefined;
  const isClosed = close > nameEnd + 1 && text.charCodeAt(close - 1) === SLASH;
  const options = text.slice(nameEnd + 1, isClosed ? close - 1 : close);
  return { kind: isClosed ? 'closed' : 'start', name, options, end: tagEnd(text, close, category) };
}

function readExtensionTag(scanner: Scanner, category: Category): ExtensionTag | undefined {
  const { text } = scanner;
  let start = scanner.pos;
  while (category === 'block' && start < scanner.pos + 3 && text.charCodeAt(start) === SPACE) start++;
  if (text.startsWith('{::', start)) return readStartTag(scanner, start, category);
  return text.startsWith('{:/', start) ? readStopTag(text, start, category) : undefined;
}

interface Body {
  readonly text: string;
  readonly end: number;
}

/** The end of a block-level stop tag, which may have up to three spaces before it and only spaces after it; -1 if not. */
function blockStopEnd(text: string, start: number, close: number): number {
  let lineStart = start;
  while (lineStart > 0 && text.charCodeAt(lineStart - 1) === SPACE) lineStart--;
  if (start - lineStart > 3 || (lineStart > 0 && text.charCodeAt(lineStart - 1) !== NEWLINE)) return -1;
  let end = close + 1;
  while (text.charCodeAt(end) === SPACE) end++;
  return text.charCodeAt(end) === NEWLINE ? end + 1 : -1;
}

/** The body of an extension: the text up to `{:/name}` or `{:/}`. */
function findBody(scanner: Scanner, name: string, from: number, category: Category): Body | undefined {
  const { text } = scanner;
  const isStop = (at: number): number => {
    const close = text.startsWith(`${name}}`, at + 3) ? at + 3 + name.length : at + 3;
    if (text[close] !== '}') return -1;
    return category === 'span' ? close + 1 : blockStopEnd(text, at, close);
  };
  const start = scanner.search(`${category} stop ${name}`, from, (_, first) => {
    let at = text.indexOf('{:/', first);
    while (at !== -1 && isStop(at) === -1) at = text.indexOf('{:/', at + 1);
    return at;
  });
  if (start === -1) return undefined;
  const body = text.slice(from, start);
  return { text: category === 'span' ? body : body.replace(/\n? {0,3}$/, ''), end: isStop(start) };
}

function setOptions(parser: Parser, options: AttributeList): void {
  const unknown = options.references === undefined ? [] : ['refs'];
  for (const [name, value] of options.attributes) {
    if (!isOptionName(name)) {
      unknown.push(name);
    } else if (parser.settings.forbidden_inline_options.includes(name) || name === 'forbidden_inline_options') {
      parser.warn(() => `Option ${name} may not be set inline`);
    } else {
      parser.setInlineOption(name, value);
    }
  }
  for (const name of unknown) parser.warn(() => `Unknown kramdown option '${name}'`);
}

/** Carries out an extension; returns false for an unknown one. */
function handleExtension(
  parser: Parser,
  tag: ExtensionTag,
  options: AttributeList,
  body: string | undefined,
  category: Category,
): boolean {
  const { tree } = parser;
  switch (tag.name) {
    case 'comment':
      if (body !== undefined) tree.append(new Element('comment', body, undefined, { category }));
      return true;
    case 'nomarkdown': {
      const formats = (options.attributes.get('type') ?? '').split(/[ \t\n\v\f\r]+/).filter((format) => format !== '');
      if (body !== undefined) tree.append(new Element('raw', body, undefined, { category, formats }));
      return true;
    }
    case 'options':
      setOptions(parser, options);
      if (category === 'block') tree.append(parser.newBlock('eob', 'extension'));
      return true;
    default:
      return false;
  }
}

/** Warns, and goes back to the start of the tag; at span level its brace becomes text. */
function refuse(parser: Parser, start: number, category: Category, message: (line: number) => string): false {
  const { scanner } = parser;
  parser.warn(() => message(scanner.lineAt(start)));
  scanner.pos = start;
  if (category === 'span') {
    scanner.pos++;
    parser.addText('{');
  }
  return false;
}

/**
 * Parses an extension at the scanner's position.
 *
 * @returns whether it was consumed; undefined if there is no extension tag at all
 */
export function parseExtension(parser: Parser, category: Category): boolean | undefined {
  const { scanner } = parser;
  const tag = readExtensionTag(scanner, category);
  if (tag === undefined) return undefined;
  const start = scanner.pos;
  scanner.pos = tag.end;
  if (tag.kind === 'stop') {
    const name = tag.name === '' ? '' : `for '${tag.name}' `;
    return refuse(
      parser,
      start,
      category,
      (line) => `Invalid extension stop tag ${name} found on line ${line} - ignoring it`,
    );
  }
  const options = new AttributeList();
  if (!readAttributeList(tag.options, options)) {
    parser.warn(() => `No or invalid attributes found in IAL/ALD content: ${tag.options}`);
  }
  const body = tag.kind === 'closed' ? undefined : findBody(scanner, tag.name, tag.end, category);
  if (tag.kind === 'start' && body === undefined) {
    return refuse(
      parser,
      start,
      category,
      (line) => `No stop tag for extension '${tag.name}' found on line ${line} - ignoring it`,
    );
  }
  scanner.pos = body?.end ?? tag.end;
  if (handleExtension(parser, tag, options, body?.text, category)) return true;
  return refuse(
    parser,
    start,
    category,
    (line) => `Invalid extension with name '${tag.name}' specified on line ${line} - ignoring it`,
  );
}
