import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../../src/util/program/version.ts';
import { folderOf } from '../server/folder.ts';
import { CLI, runCli } from './run-cli.ts';
import { runHere } from './run-here.ts';

test('both flags for the version print the one in package.json', async () => {
  const manifest: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'));
  expect(manifest).toMatchObject({ version: VERSION });
  for (const flag of ['--version', '-v']) {
    expect(await runCli([flag], '/')).toEqual({ status: 0, out: `utterson ${VERSION}\n`, err: '' });
  }
});

/** Arguments, exit status, and what is printed to standard output and standard error. The statuses are Jekyll's. */
const CALLS: readonly (readonly [string, number, string, string])[] = [
  ['--help', 0, 'Usage: utterson <subcommand> [options]', ''],
  ['-h', 0, 'Usage: utterson <subcommand> [options]', ''],
  ['help', 0, 'Usage: utterson <subcommand> [options]', ''],
  ['new --help', 0, '--blank', ''],
  ['help new', 0, '--blank', ''],
  ['help new --no-color', 0, '--no-color', ''],
  ['', 1, 'Usage: utterson <subcommand> [options]', 'A subcommand is required.'],
  ['nwe', 1, '', "Did you mean 'utterson new'?"],
  ['help nonsense', 1, '', "'nonsense'"],
  ['new --blnak x', 1, '', 'Did you mean --blank?'],
  ['new --nothing-like-it x', 1, '', 'utterson new --help'],
  ['build --lsi=false', 1, '', 'needless argument: --lsi=false'],
  ['build --limit_posts many', 1, '', '--limit_posts takes a whole number.'],
  ['build -Dq', 0, '', ''],
  ['serve --port=-1', 1, '', "'-1' is not a port."],
  ['serve --port=65536', 1, '', "'65536' is not a port."],
  ['build --lsx=1', 1, '', 'Did you mean --lsi?'],
  ['new', 1, '', 'You must specify a path.'],
  ['new x --source', 0, 'New site installed', ''],
  ['docs', 1, '', 'jekyll-docs'],
  ['import', 1, '', 'jekyll-import'],
  ['new --layouts', 1, '', '--layouts'],
];

describe('command lines', () => {
  test.each(CALLS)('utterson %s exits with %i', async (line, status, out, err) => {
    const run = await runHere(
      line.split(' ').filter((word) => word !== ''),
      folderOf({}),
    );
    expect(run.status).toBe(status);
    expect(run.out).toContain(out);
    expect(run.err).toContain(err);
    if (err === '') expect(run.err).toBe('');
    expect(run.err).not.toContain('    at ');
  });

  test.each([[['help']], [['nwe']], [[]]])(
    'the compiled command prints for %j what the sources print',
    async (words) => {
      expect(await runCli(words, '/')).toEqual(await runHere(words, '/'));
    },
  );

  // Windows keeps the folder in which a process was started.
  test.skipIf(process.platform === 'win32')('a missing folder is an ordinary error', async () => {
    const script = `cd "$(mktemp -d)" && rmdir "$PWD" && exec "$0" "$1" build`;
    const run = spawnSync('sh', ['-c', script, process.execPath, CLI], { encoding: 'utf8' });
    expect(run.stderr).toContain('The folder in which this was started no longer exists.');
    expect(run.stderr).not.toContain('    at ');
    expect(run.status).toBe(1);
  });

  test('an old version of Node leads to an explanation', () => {
    const old = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.18.3' } });";
    const load = `import(${JSON.stringify(pathToFileURL(CLI).href)})`;
    const run = spawnSync(process.execPath, ['-e', `${old} ${load}`], { encoding: 'utf8' });
    const { engines }: { engines: { node: string } } = createRequire(import.meta.url)('../../package.json');
    const [needed] = /\d+\.\d+/.exec(engines.node) ?? [];
    expect(run.stderr).toContain(`Utterson needs Node ${needed} or later; this is 20.18.3.`);
    expect(run.status).toBe(1);
  });

  test('--trace shows the stack trace', async () => {
    const run = await runHere(['docs', '--trace'], '/');
    expect(run.err).toMatch(/^ {4}at /m);
  });

  test('on GitHub an error is also an annotation', async () => {
    const run = await runHere(['docs'], '/', { GITHUB_ACTIONS: 'true' });
    expect(run.out).toContain("::error ::The 'docs' command");
  });

  test('an annotation names its file relative to the checkout, wherever the site is in it', async () => {
    const folder = folderOf({ 'docs/_config.yml': '', 'docs/a, b.md': '---\n---\n{% if x %}' });
    const run = await runHere(['build', '-s', 'docs'], folder, { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: folder });
    expect(run.out).toContain("::error file=docs/a%2C b.md,line=3,col=1::'if' tag was never closed\n");
  });
});
