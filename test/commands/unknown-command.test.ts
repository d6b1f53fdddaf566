import { expect, test } from 'vitest';
import { folderOf } from '../server/folder.ts';
import { runHere } from './run-here.ts';

test('a word that is no command is named before its flags', async () => {
  const { err, status } = await runHere(['buidl', '--dratfs'], folderOf({}));
  expect(err).toContain("'utterson buidl' could not be found.");
  expect(err).toContain("Did you mean 'utterson build'?");
  expect(status).toBe(1);
});

test.each([
  ['dev', 'utterson serve'],
  ['init', 'utterson new'],
  ['version', 'utterson --version'],
])('%s, as other generators call it, leads to %s', async (word, command) => {
  expect((await runHere([word], folderOf({}))).err).toContain(`    Did you mean '${command}'?\n`);
});
