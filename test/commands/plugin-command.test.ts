import { describe, expect, test } from 'vitest';
import { folderOf } from '../server/folder.ts';
import { runCli } from './run-cli.ts';

const COUNT = `export default {
  name: 'counting',
  commands: [{ name: 'count', description: 'Counts pages', run: async ({ words, readSite }) => {
    if (words[0] === 'fail') throw new Error('no wish to count');
    console.log((await readSite()).pages.length, ...words);
  } }],
};
`;

test("a plugin's command gets all words after its name, and the site", async () => {
  const folder = folderOf({
    '_config.yml': '',
    '_plugins/count.mjs': COUNT,
    'a.md': '---\n---\n',
    'b.md': '---\n---\n',
  });
  expect(await runCli(['count', 'and', '--show'], folder)).toEqual({ status: 0, out: '2 and --show\n', err: '' });
});

test('an error that a command of a plugin throws is reported with its place', async () => {
  const folder = folderOf({ '_config.yml': '', '_plugins/count.mjs': COUNT });
  const { status, err } = await runCli(['count', 'fail'], folder);
  expect(status).toBe(1);
  expect(err).toContain('✖ Plugin failed  _plugins/count.mjs:4:36\n\n    Error: no wish to count\n');
});

test('a command that neither the program nor a plugin knows', async () => {
  const folder = folderOf({ '_config.yml': '', '_plugins/count.mjs': COUNT });
  const { status, err } = await runCli(['buidl'], folder);
  expect(status).toBe(1);
  expect(err).toContain("'utterson buidl' could not be found.\n\n    Did you mean 'utterson build'?");
});

test('warnings from before the command is known are printed when it runs, but not for an unknown command', async () => {
  const folder = folderOf({ '_plugins/count.mjs': COUNT });
  expect((await runCli(['buidl'], folder)).err).not.toContain('Configuration file: none');
  expect(await runCli(['count'], folder)).toEqual({ status: 0, out: '0\n', err: 'Configuration file: none\n' });
});

test('the help lists the commands of plugins', async () => {
  const folder = folderOf({ '_config.yml': '', '_plugins/count.mjs': COUNT });
  for (const words of [['help'], ['--help'], ['-h'], []]) {
    expect((await runCli(words, folder)).out).toMatch(/\n {2}count +Counts pages\n/);
  }
  const { status, out } = await runCli(['help', 'count'], folder);
  expect(status).toBe(0);
  expect(out).toBe('Usage: utterson count [words]\n\nCounts pages\n');
  expect((await runCli(['help', 'cuont'], folder)).err).toContain("Did you mean 'utterson count'?");
});

describe('a site that cannot be read', () => {
  const folder = folderOf({ '_config.yml': 'title: [', '_plugins/count.mjs': COUNT });

  test('has no commands in the help', async () => {
    const { status, out, err } = await runCli(['help'], folder);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).not.toContain('count');
  });

  test('does not hide the suggestion for a misspelt command', async () => {
    expect((await runCli(['buidl'], folder)).err).toContain("Did you mean 'utterson build'?");
  });

  test('is reported if the command may belong to one of its plugins', async () => {
    expect((await runCli(['count'], folder)).err).toContain('✖ Invalid YAML  _config.yml:');
  });
});
