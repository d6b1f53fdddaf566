import { expect, test } from 'vitest';
import { folderOf } from '../server/folder.ts';
import { runCli } from './run-cli.ts';

test('the help of a command shows all its names, opposites as Jekyll writes them, and phrases without full stops', async () => {
  const { out } = await runCli(['serve', '--help'], folderOf({}));
  expect(out).toContain('Usage: utterson serve|server|s [options]');
  for (const flag of ['-w, --[no-]watch ', '-I, --[no-]incremental ', '-l, --[no-]livereload '])
    expect(out).toContain(flag);
  expect(out.split('\n').filter((line) => line.endsWith('.'))).toEqual([]);
});

test('the help of all commands', async () => {
  const { out } = await runCli(['help'], folderOf({}));
  expect(out).toContain('Usage: utterson <subcommand> [options]');
  expect(out).toContain('serve, server, s ');
  expect(out.split('\n').filter((line) => line.endsWith('.'))).toEqual([]);
});
