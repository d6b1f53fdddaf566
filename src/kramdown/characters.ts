/**
 * Ruby's character classes: `\s`, `\w` and `\d` are ASCII only; `[[:alpha:]]`, `\p{Word}` and `\b` are not.
 */

import { UnicodePattern } from '../util/unicode-pattern.ts';

export const SPACE = 32;
const TAB = 9;
export const NEWLINE = 10;

const ALPHABETIC = new UnicodePattern(String.raw`^\p{Alphabetic}$`);
const ALPHANUMERIC = new UnicodePattern(String.raw`^[\p{Alphabetic}\p{Nd}]$`);
const WORD = new UnicodePattern(String.raw`^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]$`);

/** Ruby's `\s`. NaN, which `charCodeAt` returns at the end of a text, is no space. */
export function isSpace(code: number): boolean {
  return code === SPACE || (code >= TAB && code <= 13);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Ruby's `\w`. */
export function isAsciiWord(code: number): boolean {
  return isAsciiLetter(code) || isDigit(code) || code === 95;
}

function matchesAt(text: string, index: number, pattern: UnicodePattern): boolean {
  const point = text.codePointAt(index);
  if (point === undefined) return false;
  const character = String.fromCodePoint(point);
  return pattern.for(character).test(character);
}

/** `[[:alpha:]]` at an index. */
export function isAlpha(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code < 128 ? isAsciiLetter(code) : matchesAt(text, index, ALPHABETIC);
}

/** `[[:alpha:]]` for the character that ends before an index. */
export function isAlphaBefore(text: string, index: number): boolean {
  if (index <= 0) return false;
  const code = text.charCodeAt(index - 1);
  return isAlpha(text, code >= 0xdc00 && code <= 0xdfff && index > 1 ? index - 2 : index - 1);
}

/** `[[:alnum:]]` at an index. */
export function isAlphanumeric(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code < 128 ? isAsciiLetter(code) || isDigit(code) : matchesAt(text, index, ALPHANUMERIC);
}

/** `\p{Word}` at an index. */
export function isWord(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code < 128 ? isAsciiWord(code) : matchesAt(text, index, WORD);
}

/** The number of UTF-16 code units of the character at an index. */
export function characterLength(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code >= 0xd800 && code <= 0xdbff && index + 1 < text.length ? 2 : 1;
}

/** The index after the newline, if the line is blank from `from` on; -1 if it is not. */
export function blankLineEnd(text: string, from: number): number {
  let index = from;
  while (isSpace(text.charCodeAt(index))) {
    if (text.charCodeAt(index) === NEWLINE) return index + 1;
    index++;
  }
  return -1;
}

/** Ruby's `split("\n")`: empty lines at the end are dropped. */
export function splitLines(text: string): string[] {
  const lines = text.split('\n');
  while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop();
  return lines;
}
