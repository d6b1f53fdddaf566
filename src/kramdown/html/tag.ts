import { downcase } from '../../util/values/ruby-case.ts';
import { characterLength, isAlpha, isAlphanumeric, isSpace, isWord } from '../characters.ts';
import { isKnownElement } from './elements.ts';

/** A start tag. */
export interface Tag {
  /** In lower case if it is the name of an HTML element, otherwise as written. */
  readonly name: string;
  readonly isKnown: boolean;
  readonly attributes: readonly TagAttribute[];
  readonly isClosed: boolean;
  readonly end: number;
}

interface TagAttribute {
  readonly name: string;
  readonly value: string;
}

const COLON = 58;
const GREATER = 62;
const SLASH = 47;
const EQUALS = 61;

function simpleNameEnd(text: string, start: number): number {
  if (!isAlpha(text, start) && text.charCodeAt(start) !== 95) return -1;
  let index = start + characterLength(text, start);
  for (;;) {
    const code = text.charCodeAt(index);
    if (code === 45 || code === 46 || code === 95) index++;
    else if (isAlphanumeric(text, index)) index += characterLength(text, index);
    else return index;
  }
}

/** The end of a tag's or attribute's name at `start`, which may have a prefix and colon; -1 if there is no name. */
export function nameEnd(text: string, start: number): number {
  const end = simpleNameEnd(text, start);
  if (end === -1 || text.charCodeAt(end) !== COLON) return end;
  const second = simpleNameEnd(text, end + 1);
  return second === -1 ? end : second;
}

/** The index of the first character from `start` on that is not white space. */
export function skipSpaces(text: string, start: number): number {
  let index = start;
  while (isSpace(text.charCodeAt(index))) index++;
  return index;
}

interface Value {
  readonly value: string;
  readonly end: number;
}

/** The value after an attribute's name: `= word` or `= "quoted"`. */
function readValue(text: string, start: number, find: Find): Value | undefined {
  const equals = skipSpaces(text, start);
  if (text.charCodeAt(equals) !== EQUALS) return undefined;
  const valueStart = skipSpaces(text, equals + 1);
  const quote = text[valueStart];
  if (quote === '"' || quote === "'") {
    const close = find(quote, valueStart + 1);
    return close === -1 ? undefined : { value: text.slice(valueStart + 1, close), end: close + 1 };
  }
  let end = valueStart;
  while (isWord(text, end)) end += characterLength(text, end);
  return end === valueStart ? undefined : { value: text.slice(valueStart, end), end };
}

type Find = (needle: string, from: number) => number;

/**
 * Reads the start tag whose `<` is at `start` by kramdown's rules: a name, attributes whose values are words or quoted,
 * an optional slash.
 *
 * @param find finds a closing quote; the scanner's `find` remembers its answers, so that hostile text stays cheap
 */
export function readTag(text: string, start: number, find: Find): Tag | undefined {
  const nameStop = nameEnd(text, start + 1);
  if (nameStop === -1) return undefined;
  const written = text.slice(start + 1, nameStop);
  const lower = downcase(written);
  const isKnown = isKnownElement(lower);
  const attributes: TagAttribute[] = [];
  let index = nameStop;
  for (;;) {
    const next = skipSpaces(text, index);
    const attributeEnd = next === index ? -1 : nameEnd(text, next);
    if (attributeEnd === -1) {
      const isClosed = text.charCodeAt(next) === SLASH;
      const close = isClosed ? next + 1 : next;
      if (text.charCodeAt(close) !== GREATER) return undefined;
      return { name: isKnown ? lower : written, isKnown, attributes, isClosed, end: close + 1 };
    }
    const value = readValue(text, attributeEnd, find);
    const name = text.slice(next, attributeEnd);
    attributes.push({ name: isKnown ? downcase(name) : name, value: value?.value ?? '' });
    index = value?.end ?? attributeEnd;
  }
}

/** The end tag whose `<` is at `start`. */
export function readEndTag(text: string, start: number): { name: string; end: number } | undefined {
  if (text.charCodeAt(start + 1) !== SLASH) return undefined;
  const end = nameEnd(text, start + 2);
  if (end === -1) return undefined;
  const close = skipSpaces(text, end);
  if (text.charCodeAt(close) !== GREATER) return undefined;
  return { name: text.slice(start + 2, end), end: close + 1 };
}

/** The index of the next end tag of an element, in any case; -1 if there is none. */
export function findEndTag(text: string, start: number, name: string): number {
  const wanted = name.toLowerCase();
  let index = text.indexOf('</', start);
  while (index !== -1) {
    const end = index + 2 + name.length;
    if (text.slice(index + 2, end).toLowerCase() === wanted) {
      if (text.charCodeAt(skipSpaces(text, end)) === GREATER) return index;
    }
    index = text.indexOf('</', index + 2);
  }
  return -1;
}
