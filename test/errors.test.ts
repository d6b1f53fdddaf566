import { expect, test } from 'vitest';
import { codeFrame } from '../src/errors.ts';

test('a code frame shows the line, its neighbours and a caret', () => {
  expect(codeFrame({ source: 'a\n{% if %}\nb', line: 2, column: 4 })).toBe(
    '  1 | a\n> 2 | {% if %}\n    |    ^\n  3 | b',
  );
});

test('no frame without source or outside of it', () => {
  expect(codeFrame({ line: 2 })).toBeUndefined();
  expect(codeFrame({ source: 'a', line: 9 })).toBeUndefined();
});
