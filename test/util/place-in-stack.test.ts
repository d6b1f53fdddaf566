import { expect, test } from 'vitest';
import { placeInStack } from '../../src/util/place-in-stack.ts';

const withStack = (stack: string): Error => Object.assign(new Error('no'), { stack });

test('the innermost of the files in question', () => {
  const error = withStack(
    'Error: no\n    at inner (file:///program/cli.js:1:2)\n    at shout (file:///site/_plugins/shout.mjs?1.5:3:9)\n    at file:///site/a.mjs:7:1',
  );
  expect(placeInStack(error, (path) => path.startsWith('/site/'))).toEqual({
    file: '/site/_plugins/shout.mjs',
    line: 3,
    column: 9,
  });
  expect(placeInStack(error, () => false)).toBeUndefined();
});

test('the lines above the stack of a syntax error', () => {
  const error = withStack('file:///site/shout.mjs:2\nconst a = ;\n          ^\n\nSyntaxError: no');
  expect(placeInStack(error, () => true)).toEqual({ file: '/site/shout.mjs', line: 2, column: 11 });
});

test('a file on a drive', () => {
  const error = withStack('Error: no\n    at shout (file:///C:/site/shout.mjs:3:9)');
  expect(placeInStack(error, (path) => path.endsWith('shout.mjs'))).toMatchObject({ line: 3, column: 9 });
});

test.each(['/site/shout.cjs', 'C:\\site\\shout.cjs'])('a CommonJS module has a path instead of a URL: %s', (path) => {
  const error = withStack(`Error: no\n    at shout (${path}:3:9)\n    at ${path}:7:1`);
  expect(placeInStack(error, (file) => file.endsWith('shout.cjs'))).toMatchObject({ line: 3, column: 9 });
});
