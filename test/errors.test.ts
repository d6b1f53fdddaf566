import { expect, test } from 'vitest';
import { codeFrame } from '../src/errors.ts';

test('a code frame shows the line, its neighbours and a caret', () => {
  expect(codeFrame({ source: 'a\n{% if %}\nb', line: 2, column: 4 })).toBe(
    '  1 | a\n> 2 | {% if %}\n    |    ^\n  3 | b',
  );
});

test('no frame without a source, or for a line outside of it', () => {
  expect(codeFrame({ line: 2 })).toBeUndefined();
  expect(codeFrame({ source: 'a', line: 9 })).toBeUndefined();
});

test('the caret is below its character, even after tabs and wide characters', () => {
  expect(codeFrame({ source: '\t日本x', line: 1, column: 4 })).toBe('> 1 | \t日本x\n    | \t    ^');
});

test('of a long line the part around the place is shown', () => {
  const source = `short\n${'a'.repeat(500)}X${'b'.repeat(500)}`;
  const [, line = '', caret = ''] = (codeFrame({ source, line: 2, column: 501 }) ?? '').split('\n');
  expect(line).toHaveLength('> 2 | '.length + 122);
  expect(line.charAt(caret.indexOf('^'))).toBe('X');
});

test('control characters are shown as pictures', () => {
  expect(codeFrame({ source: 'a\u001b[31m\u0000\u007f', line: 1 })).toBe('> 1 | a\u241b[31m\u2400\u2421');
});
