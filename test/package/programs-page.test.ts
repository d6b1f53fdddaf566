import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SMALL_SITE } from '../commands/site.ts';
import { folderOf } from '../server/folder.ts';

const repository = join(import.meta.dirname, '..', '..');

/** The programs on the page, each with what it prints for the small site. */
const page = readFileSync(join(repository, 'docs', 'programs.md'), 'utf8');
const programs = [...page.matchAll(/^## (.+)$[\s\S]*?```js\n([\s\S]*?)```/gm)].map(([, title = '', code = '']) => ({
  title,
  code,
}));

const SAY: Readonly<Record<string, RegExp>> = {
  Build: /^2 pages, 3 files written\n$/,
  Serve: /^http:\/\/127\.0\.0\.1:\d+\/\n200\n$/,
  'Build again and again': /^Map\(0\) \{\}\n$/,
  Errors: /^MissingSource There is no source folder \S+nowhere undefined Set the folder/,
};

/** Runs a module that imports the package as if it were installed. */
function run(code: string, files: Readonly<Record<string, string>> = SMALL_SITE): string {
  const folder = folderOf(files);
  mkdirSync(join(folder, 'node_modules'));
  const isWindows = process.platform === 'win32';
  symlinkSync(repository, join(folder, 'node_modules', 'utterson'), isWindows ? 'junction' : 'dir');
  writeFileSync(join(folder, 'node_modules', 'program.mjs'), code);
  return execFileSync(process.execPath, ['node_modules/program.mjs'], { cwd: folder, encoding: 'utf8' });
}

describe('docs/programs.md', () => {
  test('has a program below each of its headings', () => {
    expect(programs.map(({ title }) => title)).toEqual(Object.keys(SAY));
  });

  test.each(programs)('$title', ({ title, code }) => {
    expect(run(code)).toMatch(SAY[title] ?? /^$/);
  });
});

test.each(['build', 'serve'])('an option that %s does not have is an error that says where it belongs', (name) => {
  const code = `import { ${name} } from 'utterson';
    await ${name}({ source: '.' }).catch(({ code, message, hint }) => console.log(code, message, hint));`;
  expect(run(code)).toMatch(
    new RegExp(
      `^UnknownOption ${name} has no option 'source'\\. It has overrides, .+ overrides: \\{ source: … \\} \\}\\)\\.`,
    ),
  );
});

test.each([
  ['{}', 'MissingConfiguration createBuilder needs the option `config`. It is what loadConfig returns'],
  [
    '{ config: loadConfig(), overrides: {} }',
    "UnknownOption createBuilder has no option 'overrides'. It has config, log, ",
  ],
  ['{ config: loadConfig(), log: console }', 'InvalidOption The option `log` has to be a `Log`. For example: new Log('],
  ['{ config: loadConfig(), plugins: {} }', 'InvalidOption The option `plugins` has to be a list of plugins.'],
  ['"site"', 'InvalidOption createBuilder takes an object with options, but got "site". They are config, log, '],
  ["{ config: loadConfig({ source: '.' }) }", "UnknownOption loadConfig has no option 'source'. It has log, overrides"],
])('createBuilder(%s) says what is wrong', (options, message) => {
  const code = `import { createBuilder, loadConfig } from 'utterson';
    const make = async () => createBuilder(${options});
    await make().catch(({ code, message, hint }) => console.log(code, message, hint));`;
  expect(run(code)).toContain(message);
});
