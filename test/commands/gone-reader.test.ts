import { spawn } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { folderOf, writeInto } from '../server/folder.ts';
import { CLI } from './run-cli.ts';
import { freePort } from './running-server.ts';

/** Two posts, of which one leads to a warning: both outputs are written to before and after the site is. */
const SITE = {
  '_config.yml': 'title: Gone\n',
  'index.html': '---\n---\nhello\n',
  'bad.md': '---\na: [\n---\nhello\n',
};

const children: ReturnType<typeof spawn>[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Starts the compiled command with one of its outputs closed at the other end. */
function startUnread(words: readonly string[], folder: string, gone: 'stdout' | 'stderr') {
  const child = spawn(process.execPath, [CLI, ...words], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  child[gone].destroy();
  let printed = '';
  (gone === 'stdout' ? child.stderr : child.stdout).setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', (status) => resolve(status)));
  return { child, ended, printed: () => printed };
}

describe('an output that nobody reads any more', () => {
  test.each(['stdout', 'stderr'] as const)('%s: the site is built anyway', async (gone) => {
    const folder = folderOf(SITE);
    const run = startUnread(['build', '--profile'], folder, gone);
    expect(await run.ended).toBe(0);
    expect(existsSync(join(folder, '_site', 'index.html'))).toBe(true);
    expect(run.printed()).not.toContain('    at ');
    expect(run.printed()).not.toContain('EPIPE');
  });

  test('an error keeps its exit status', async () => {
    expect(await startUnread(['nonsense'], folderOf({}), 'stderr').ended).toBe(1);
    expect(await startUnread(['help', 'build'], folderOf({}), 'stdout').ended).toBe(0);
    expect(await startUnread(['--version'], folderOf({}), 'stdout').ended).toBe(0);
  });

  test('a server continues', async () => {
    const folder = folderOf(SITE);
    const port = await freePort();
    const run = startUnread(['serve', '--port', String(port)], folder, 'stdout');
    const front = () =>
      fetch(`http://127.0.0.1:${port}/`).then(
        (answer) => answer.text(),
        () => 'nobody answers',
      );
    await expect.poll(front).toBe('hello\n');
    writeInto(folder, 'index.html', '---\n---\nedited\n');
    await expect.poll(front).toBe('edited\n');
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    expect(run.printed()).toContain('bad.md');
  });
});

test.skipIf(!existsSync('/dev/full'))('an output that is full is an error', async () => {
  const stdio = ['ignore', openSync('/dev/full', 'w'), 'pipe'] as const;
  const child = spawn(process.execPath, [CLI, 'help'], { stdio: [...stdio] });
  children.push(child);
  let printed = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(1);
  expect(printed).toMatch(/^The output could not be written: .*ENOSPC.*\n$/);
});
