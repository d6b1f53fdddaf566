import { appendFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerSameCall } from '../../src/commands/command-line/last-call.ts';
import { folderOf } from '../server/folder.ts';
import { settle } from '../settle.ts';
import { CLI, runCli } from './run-cli.ts';
import { SMALL_SITE } from './site.ts';

const WORDS = ['build', '--drafts'];

/** What the command answers before it loads the program, and what it prints. */
function answer(folder: string, words: readonly string[] = WORDS, environment: Record<string, string> = {}) {
  let out = '';
  const print = (text: string) => {
    out += text;
  };
  const terminal = { out: print, err: print, isInteractive: false, colors: false, folder };
  const { status } = answerSameCall(words, { ...terminal, environment: { ...process.env, ...environment } });
  return { status, out };
}

const CHANGES: Readonly<Record<string, (folder: string) => void>> = {
  'the configuration': (folder) => appendFileSync(join(folder, '_config.yml'), '\nauthor: A\n'),
  'a page': (folder) => appendFileSync(join(folder, 'index.html'), '!'),
  'an output': (folder) => appendFileSync(join(folder, '_site/index.html'), '!'),
  'a file more in the source': (folder) => writeFileSync(join(folder, 'more.txt'), ''),
  'a damaged note': (folder) => writeFileSync(join(folder, '.jekyll-cache/utterson/call'), 'utterson'),
  'a damaged note of the last build': (folder) => writeFileSync(join(folder, '.jekyll-cache/utterson/notes'), ''),
  'no cache': (folder) => rmSync(join(folder, '.jekyll-cache'), { recursive: true }),
};

describe('the same command as the last one', () => {
  const folders = new Map(Object.keys(CHANGES).map((name) => [name, folderOf(SMALL_SITE)]));

  beforeAll(async () => {
    await settle();
    for (const folder of folders.values()) await runCli(WORDS, folder);
  });

  test.each([...folders])('is answered at once until something changes: %s', (name, folder) => {
    expect(answer(folder).status).toBe(0);
    expect(answer(folder, ['build']).status).toBeUndefined();
    expect(answer(folder, [...WORDS, '-q']).status).toBeUndefined();
    expect(answer(folder, WORDS, { JEKYLL_ENV: 'production' }).status).toBeUndefined();
    CHANGES[name]?.(folder);
    expect(answer(folder)).toEqual({ status: undefined, out: '' });
  });
});

test('the answer is the same as that of the whole program', async () => {
  const folder = folderOf({
    ...SMALL_SITE,
    '_config.yml': 'plugins: [jekyll-postcss]',
    'b.html': '---\n---\n{{ a b }}',
  });
  await settle();
  await runCli(WORDS, folder);
  const lines = (out: string) => out.replace(/\d+\.\d+ seconds/, 'N seconds').split('\n');
  const atOnce = answer(folder);
  expect(atOnce.status).toBe(0);
  // With a flag that changes nothing, the whole program runs.
  const { out, err } = await runCli([...WORDS, '--incremental'], folder);
  expect(lines(atOnce.out).sort()).toEqual(lines(out + err).sort());
  expect(lines(atOnce.out)).toContain('              Site: 3 pages in _site (nothing changed), 1 warning');
});

test.each([['--explain'], ['--verify'], ['--profile'], ['--no-incremental']])(
  '%s is not answered at once',
  async (flag) => {
    const folder = folderOf(SMALL_SITE);
    await settle();
    await runCli(['build', flag], folder);
    expect(answer(folder, ['build', flag]).status).toBeUndefined();
  },
);

test('unreadable front matter is reported by the whole program', async () => {
  const folder = folderOf({ ...SMALL_SITE, 'bad.md': '---\ntitle: a: b\n---\n' });
  await settle();
  const { err } = await runCli(WORDS, folder);
  expect(answer(folder)).toEqual({ status: undefined, out: '' });
  expect((await runCli(WORDS, folder)).err).toBe(err);
});

test('the code for the answer is small: otherwise loading it would take longer than answering', () => {
  expect(statSync(CLI).size).toBeLessThan(80_000);
});
