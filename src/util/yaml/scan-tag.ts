import { COMMA, DOT, EXCLAMATION, GREATER, HASH, LESS, PERCENT } from './codes.ts';
import { type Cursor, isBlankOrEnd, isBreakOrEnd, isSpaceOrTab, isWordCode, type Mark } from './cursor.ts';
import type { Token } from './token.ts';

function readWord(cursor: Cursor): string {
  const from = cursor.index;
  while (isWordCode(cursor.charCode())) cursor.skip();
  return cursor.text.slice(from, cursor.index);
}

/** Reads `&name` or `*name`. */
export function scanAnchor(cursor: Cursor, kind: 'anchor' | 'alias'): Token {
  const start = cursor.mark;
  cursor.skip();
  const name = readWord(cursor);
  const next = cursor.charCode();
  if (name === '' || !(isBlankOrEnd(next) || '?:,]}%@`'.includes(String.fromCharCode(next)))) {
    const context = kind === 'anchor' ? 'while scanning an anchor' : 'while scanning an alias';
    throw cursor.error('did not find expected alphabetic or numeric character', context, start);
  }
  return { kind, name, start };
}

/** Reads `!name`, `!!name`, `!handle!name` or `!<uri>`. */
export function scanTag(cursor: Cursor, isInFlow: boolean): Token {
  const start = cursor.mark;
  const context = 'while scanning a tag';
  let handle = '';
  let suffix: string;
  if (cursor.charCode(1) === LESS) {
    cursor.skip(2);
    suffix = readUri(cursor, { hasFlowSigns: true, isDirective: false, head: '' }, start);
    if (cursor.charCode() !== GREATER) throw cursor.error("did not find the expected '>'", context, start);
    cursor.skip();
  } else {
    handle = readHandle(cursor, false, start);
    const isNamed = handle.length > 1 && handle.endsWith('!');
    suffix = readUri(cursor, { hasFlowSigns: false, isDirective: false, head: isNamed ? '' : handle }, start);
    if (!isNamed) [handle, suffix] = suffix === '' ? ['', '!'] : ['!', suffix];
  }
  const next = cursor.charCode();
  if (!isBlankOrEnd(next) && !(isInFlow && next === COMMA)) {
    throw cursor.error('did not find expected whitespace or line break', context, start);
  }
  return { kind: 'tag', handle, suffix, start };
}

function readHandle(cursor: Cursor, isDirective: boolean, start: Mark): string {
  if (cursor.charCode() !== EXCLAMATION) {
    const context = isDirective ? 'while scanning a directive' : 'while scanning a tag';
    throw cursor.error("did not find expected '!'", context, start);
  }
  cursor.skip();
  const word = readWord(cursor);
  if (cursor.charCode() === EXCLAMATION) {
    cursor.skip();
    return `!${word}!`;
  }
  if (isDirective && word !== '') throw cursor.error("did not find expected '!'", 'while parsing a directive', start);
  return `!${word}`;
}

interface UriPlace {
  readonly hasFlowSigns: boolean;
  readonly isDirective: boolean;
  /** What was read already, in the belief that it was a handle. */
  readonly head: string;
}

function readUri(cursor: Cursor, place: UriPlace, start: Mark): string {
  const signs = place.hasFlowSigns ? ";/?:@&=+$.%!~*'(),[]" : ";/?:@&=+$.%!~*'()";
  let uri = place.head.slice(1);
  let length = place.head.length;
  const context = place.isDirective ? 'while parsing a %TAG directive' : 'while parsing a tag';
  for (;;) {
    const code = cursor.charCode();
    if (!isWordCode(code) && !(code > 0 && signs.includes(String.fromCharCode(code)))) break;
    length++;
    if (code !== PERCENT) {
      uri += String.fromCharCode(code);
      cursor.skip();
      continue;
    }
    const escaped = /(?:%[0-9a-fA-F]{2})+/y;
    escaped.lastIndex = cursor.index;
    const octets = escaped.exec(cursor.text)?.[0];
    if (octets === undefined) throw cursor.error('did not find URI escaped octet', context, start);
    uri += Buffer.from(octets.replaceAll('%', ''), 'hex').toString('utf8');
    cursor.skip(octets.length);
  }
  if (length === 0) throw cursor.error('did not find expected tag URI', context, start);
  return uri;
}

/** Reads `%YAML 1.1` or `%TAG !handle! prefix`, to the end of the line. */
export function scanDirective(cursor: Cursor): Token {
  const start = cursor.mark;
  const context = 'while scanning a directive';
  cursor.skip();
  const name = readWord(cursor);
  if (name === '') throw cursor.error('could not find expected directive name', context, start);
  if (!isBlankOrEnd(cursor.charCode())) {
    throw cursor.error('found unexpected non-alphabetical character', context, start);
  }
  if (name !== 'YAML' && name !== 'TAG') throw cursor.error('found unknown directive name', context, start);
  const token = name === 'YAML' ? scanVersion(cursor, start) : scanTagDirective(cursor, start);
  cursor.skipBlanks();
  if (cursor.charCode() === HASH) cursor.skipToBreak();
  if (!isBreakOrEnd(cursor.charCode())) {
    throw cursor.error('did not find expected comment or line break', context, start);
  }
  cursor.readBreak();
  return token;
}

function scanVersion(cursor: Cursor, start: Mark): Token {
  const context = 'while scanning a %YAML directive';
  const readNumber = (): void => {
    const digits = /[0-9]*/y;
    digits.lastIndex = cursor.index;
    const { length } = digits.exec(cursor.text)?.[0] ?? '';
    if (length === 0) throw cursor.error('did not find expected version number', context, start);
    if (length > 9) throw cursor.error('found extremely long version number', context, start);
    cursor.skip(length);
  };
  cursor.skipBlanks();
  readNumber();
  if (cursor.charCode() !== DOT) {
    throw cursor.error("did not find expected digit or '.' character", context, start);
  }
  cursor.skip();
  readNumber();
  return { kind: 'version-directive', start };
}

function scanTagDirective(cursor: Cursor, start: Mark): Token {
  const context = 'while scanning a %TAG directive';
  cursor.skipBlanks();
  const handle = readHandle(cursor, true, start);
  if (!isSpaceOrTab(cursor.charCode())) throw cursor.error('did not find expected whitespace', context, start);
  cursor.skipBlanks();
  const prefix = readUri(cursor, { hasFlowSigns: true, isDirective: true, head: '' }, start);
  if (!isBlankOrEnd(cursor.charCode())) {
    throw cursor.error('did not find expected whitespace or line break', context, start);
  }
  return { kind: 'tag-directive', handle, prefix, start };
}
