import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { resolvePath } from '../../src/util/files/paths.ts';
import { placeInStack } from '../../src/util/program/place-in-stack.ts';

/** The URL of a file, and its path: on Windows both have the drive. */
const urlOf = (path: string): string => pathToFileURL(path).href;
const whole = (path: string): string => resolvePath('/', path);

const withStack = (stack: string): Error => Object.assign(new Error('no'), { stack });

test('the innermost of the files in question', () => {
  const error = withStack(
    `Error: no\n    at inner (${urlOf('/program/cli.js')}:1:2)\n    at shout (${urlOf('/site/_plugins/shout.mjs')}?1.5:3:9)\n    at ${urlOf('/site/a.mjs')}:7:1`,
  );
  expect(placeInStack(error, (path) => path.startsWith(whole('/site/')))).toEqual({
    file: whole('/site/_plugins/shout.mjs'),
    line: 3,
    column: 9,
  });
  expect(placeInStack(error, () => false)).toBeUndefined();
});

test('the lines above the stack of a syntax error', () => {
  const error = withStack(`${urlOf('/site/shout.mjs')}:2\nconst a = ;\n          ^\n\nSyntaxError: no`);
  expect(placeInStack(error, () => true)).toEqual({ file: whole('/site/shout.mjs'), line: 2, column: 11 });
});

test('a file on a drive of Windows is found by its address', () => {
  const error = withStack('Error: no\n    at shout (file:///C:/site/shout.mjs:3:9)');
  expect(placeInStack(error, (path) => path.endsWith('shout.mjs'))).toMatchObject({ line: 3, column: 9 });
});

test.each(['/site/shout.cjs', 'C:\\site\\shout.cjs'])('a CommonJS module has a path instead of a URL: %s', (path) => {
  const error = withStack(`Error: no\n    at shout (${path}:3:9)\n    at ${path}:7:1`);
  expect(placeInStack(error, (file) => file.endsWith('shout.cjs'))).toMatchObject({ line: 3, column: 9 });
});
