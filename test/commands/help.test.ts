import { expect, test } from 'vitest';
import { folderOf } from '../server/folder.ts';
import { runHere } from './run-here.ts';

/** The lines of a help text, with continuation lines joined. */
const phrases = (help: string): readonly string[] => help.replace(/\n {20,}/g, ' ').split('\n');

test('the help of a command shows all its names, opposites as Jekyll writes them, and phrases without full stops', async () => {
  const { out } = await runHere(['serve', '--help'], folderOf({}));
  expect(out).toContain('Usage: utterson serve|server|s [options]');
  for (const flag of ['-w, --[no-]watch ', '-I, --[no-]incremental ', '-l, --[no-]livereload '])
    expect(out).toContain(flag);
  expect(phrases(out).filter((line) => line.endsWith('.'))).toEqual([]);
});

test('the help of all commands', async () => {
  const { out } = await runHere(['help'], folderOf({}));
  expect(out).toContain('Usage: utterson <subcommand> [options]');
  expect(out).toContain('serve, server, s ');
  expect(phrases(out).filter((line) => line.endsWith('.'))).toEqual([]);
});

test('the help fits into a terminal of 80 columns: descriptions of long flags are below them', async () => {
  const { out } = await runHere(['build', '--help'], folderOf({}));
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(out).toContain(`
  --limit_posts MAX_POSTS     Builds only the newest posts, up to this number; 0
                              means all
`);
  expect(out).toContain(`
  --config CONFIG_FILE[,CONFIG_FILE2,...]
                              The configuration files to read instead of
                              _config.yml; later ones override earlier ones
`);
});
