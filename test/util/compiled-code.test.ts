import { mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requireCompiled, requireOwnCompiled } from '../../src/util/program/compiled-code.ts';

const require = createRequire(import.meta.url);

/** Runs the module as a process would that has not loaded it yet. */
function run(path: string, folder: string): unknown {
  delete require.cache[path];
  const code = requireCompiled(path, folder);
  const found: unknown = require(path);
  code.save();
  return found;
}

/** The number of processes in which a file of compiled code was written. */
const processesOf = (file: string): number => Number(/^\[(\d+),/.exec(readFileSync(file, 'latin1'))?.[1]);

test.each([
  ['program.cjs', 'command-line'],
  ['kramdown-processor.cjs', 'KramdownProcessor'],
])('the compiled %s is what the program looks for', (name, part) => {
  expect(requireOwnCompiled(name).exports).toHaveProperty(part);
});

test('what the first processes have run is kept, and later ones change nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-code-'));
  const path = join(folder, 'program.js');
  writeFileSync(path, 'module.exports = () => 1;');
  const states = [1, 2, 3, 4, 5, 6].map(() => {
    run(path, folder);
    return processesOf(`${path}.code`);
  });
  expect(states).toEqual([1, 2, 3, 4, 4, 4]);
});

test('compiled code is valid for one version of a file, and ignored if it is damaged', () => {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-code-'));
  const path = join(folder, 'program.js');
  const kept = join(folder, 'compiled', 'program.js.code');
  const write = (text: string, time: number): void => {
    writeFileSync(path, text);
    utimesSync(path, time, time);
  };
  write('module.exports = [1, typeof require, __filename];', 1000);
  expect(run(path, join(folder, 'compiled'))).toEqual([1, 'function', path]);

  expect(run(path, join(folder, 'compiled'))).toEqual([1, 'function', path]);
  expect(processesOf(kept)).toBe(2);

  // Of the same length as before, so that V8 itself would not notice.
  write('module.exports = [2, typeof require, __filename];', 2000);
  expect(run(path, join(folder, 'compiled'))).toEqual([2, 'function', path]);
  expect(processesOf(kept)).toBe(1);

  run(path, join(folder, 'compiled'));
  const damaged = readFileSync(kept);
  damaged.fill(7, damaged.length - 40);
  writeFileSync(kept, damaged);
  expect(run(path, join(folder, 'compiled'))).toEqual([2, 'function', path]);
  expect(processesOf(kept)).toBe(1);
});

test('a folder that cannot be written costs only time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-code-'));
  const path = join(folder, 'program.js');
  writeFileSync(path, "exports.answer = 'here “too”';");
  writeFileSync(join(folder, 'file'), '');
  expect(run(path, join(folder, 'file', 'compiled'))).toEqual({ answer: 'here “too”' });
});
