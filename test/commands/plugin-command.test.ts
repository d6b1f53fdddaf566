import { expect, test } from 'vitest';
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

test("what a plugin's command throws is told with its place", async () => {
  const folder = folderOf({ '_config.yml': '', '_plugins/count.mjs': COUNT });
  const { status, err } = await runCli(['count', 'fail'], folder);
  expect(status).toBe(1);
  expect(err).toContain('✖ Plugin failed  _plugins/count.mjs:4:36\n\n    Error: no wish to count\n');
});

test('a command that neither the program nor a plugin has', async () => {
  const folder = folderOf({ '_config.yml': '', '_plugins/count.mjs': COUNT });
  const { status, err } = await runCli(['buidl'], folder);
  expect(status).toBe(1);
  expect(err).toContain("'utterson buidl' could not be found.\n\n    Did you mean 'utterson build'?");
});
