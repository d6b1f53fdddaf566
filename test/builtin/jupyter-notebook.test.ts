import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { Log } from '../../src/util/program/log.ts';
import { folderOf } from '../server/folder.ts';

/** Prints its options and the notebook, in HTML as nbconvert arranges it. */
const PROGRAM = `#!${process.execPath}
const { readFileSync } = require('node:fs');
const words = process.argv.slice(2);
const notebook = readFileSync(words.pop(), 'utf8');
if (notebook.includes('broken')) { console.error('no notebook'); process.exit(1); }
console.log(['<html>', '<head><title>notebook</title><style>a</style>', '<link rel="stylesheet" href="custom.css">',
  '</head>', '<body>', words.join(' '), notebook, '</body>', '</html>'].join('\\n'));
`;

const FILES = {
  'work/first.ipynb': '{"cells": ["{{ page.url }}"]}',
  'titled.ipynb': '---\ntitle: A\n---\n{"cells": ["{{ page.title }}"]}',
  'list.txt': '---\n---\n{% for p in site.pages %}{{ p.url }} {% endfor %}',
};

const HEAD = '<html>\n<head><title>notebook</title>';
const OPTIONS = 'nbconvert --to html --stdout';

function begin(files: Readonly<Record<string, string>>) {
  const folder = folderOf(files);
  const programs = folderOf({ 'readme.txt': '' });
  const run = async (settings: Record<string, unknown> = {}) => {
    const log = new Log({ out: () => {}, err: () => {} });
    const overrides = {
      ...{ source: folder, destination: join(folder, '_site'), plugins: ['jekyll-jupyter-notebook'] },
      ...{ time: '2026-01-02 03:04:05', jupyter_notebook: settings },
    };
    const { warnings } = await build({ log, overrides, folder, environment: { TZ: 'UTC', PATH: programs } });
    return { warnings, read: (path: string) => readFileSync(join(folder, '_site', path), 'utf8') };
  };
  const install = () => {
    mkdirSync(programs, { recursive: true });
    writeFileSync(join(programs, 'jupyter'), PROGRAM);
    chmodSync(join(programs, 'jupyter'), 0o755);
  };
  return { folder, run, install };
}

// The file that stands in for the program is a script, which Windows does not start.
test.skipIf(process.platform === 'win32')('notebooks become pages, in the part that is asked for', async () => {
  const { run, install } = begin(FILES);
  install();
  const { read } = await run();
  expect(read('work/first.ipynb.html')).toBe(
    `${HEAD}<style>a</style>\n\n</head>\n<body>\n${OPTIONS}\n{"cells": ["/work/first.ipynb.html"]}\n</body>\n</html>\n`,
  );
  expect(read('titled.html')).toContain('{"cells": ["A"]}');
  expect(read('list.txt')).toBe('/list.txt /titled.html /work/first.ipynb.html ');
  const body = await run({ content: 'body', input: false });
  expect(body.read('titled.html')).toBe(`<style>a</style>\n\n\n\n${OPTIONS} --no-input\n{"cells": ["A"]}\n`);
  const bare = await run({ content: 'body-without-style', prompt: false });
  expect(bare.read('titled.html')).toBe(`\n${OPTIONS} --no-prompt\n{"cells": ["A"]}\n`);
});

test.skipIf(process.platform === 'win32')(
  'without the program they are copied, until a build in which it is there',
  async () => {
    const { run, install } = begin({ 'work/first.ipynb': '{}' });
    const { read, warnings } = await run();
    expect(read('work/first.ipynb')).toBe('{}');
    expect(warnings.join()).toContain('A notebook is copied and not converted');
    install();
    expect((await run()).read('work/first.ipynb.html')).toContain('{}');
  },
);

test('a notebook with front matter needs the program', async () => {
  const { run } = begin({ 'titled.ipynb': FILES['titled.ipynb'] });
  await expect(run()).rejects.toMatchObject({ code: 'MissingDependency' });
});

test.skipIf(process.platform === 'win32')(
  'a notebook that the program does not read is an empty page, with a warning',
  async () => {
    const { run, install } = begin({ 'a.ipynb': 'broken' });
    install();
    const { read, warnings } = await run();
    expect(read('a.ipynb.html')).toBe('');
    expect(warnings.join()).toContain('nbconvert has failed: no notebook');
  },
);
