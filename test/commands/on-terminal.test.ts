import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { folderOf } from '../server/folder.ts';
import { CLI } from './run-cli.ts';
import { SMALL_SITE } from './site.ts';

const SCRIPT = '/usr/bin/script';

/** Runs the command as on a terminal, where a line shows the progress of a build. */
function runOnTerminal(words: string, folder: string): { readonly status: number | null; readonly out: string } {
  const { CI: _, ...env } = process.env;
  // There are two programs of this name: that of util-linux takes a command and passes on its exit status.
  const line = `"${process.execPath}" "${CLI}" ${words}`;
  const { status, stdout } = spawnSync(SCRIPT, ['-qec', line, '/dev/null'], { cwd: folder, env, encoding: 'utf8' });
  return { status, out: stdout };
}

const hasTerminals = process.platform === 'linux' && existsSync(SCRIPT);

test.skipIf(!hasTerminals)('a build on a terminal ends like one whose output is piped', () => {
  const folder = folderOf(SMALL_SITE);
  const first = runOnTerminal('build', folder);
  expect(first.out).toMatch(/done in [\d.]+ seconds\.\r\n +Site: 2 pages in _site/);
  expect(first.status).toBe(0);
  expect(runOnTerminal('build --no-incremental', folder)).toMatchObject({ status: 0 });
});

test.skipIf(!hasTerminals)('an error on a terminal is printed, and the exit status is 1', () => {
  const { status, out } = runOnTerminal('build', folderOf({ ...SMALL_SITE, 'a.md': '---\n---\n{% if x %}' }));
  expect(out).toContain("'if' tag was never closed");
  expect(status).toBe(1);
});

test.skipIf(!hasTerminals)('what comes after a server that ctrl-c has stopped begins a line of its own', async () => {
  const { CI: _, ...env } = process.env;
  // The shell gets the signal too, and must outlive it.
  const line = `trap : INT; "${process.execPath}" "${CLI}" serve -P 0; echo "status $?"`;
  const child = spawn(SCRIPT, ['-qec', line, '/dev/null'], { cwd: folderOf(SMALL_SITE), env });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (!out.includes('ctrl-c') && (out + text).includes('ctrl-c')) child.stdin.write('\x03');
    out += text;
  });
  await once(child, 'close');
  expect(out).toMatch(/press ctrl-c to stop\.\r\n\^C\r\nstatus 0\r\n$/);
});

/** Keeps the process busy until the progress line of a build is shown. */
const SLOW = `export default { name: 'slow', generators: [{ name: 'slow', generate(site) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1600);
  site.log.warn('Slow:', 'a warning');
} }] };`;

test.skipIf(!hasTerminals)(
  'the line that shows how long a build takes is erased before something else is printed',
  () => {
    const { out } = runOnTerminal('build', folderOf({ ...SMALL_SITE, '_plugins/slow.mjs': SLOW }));
    // What is in a line of a terminal after text was erased and overwritten.
    const lines = out.split('\n').map((line) => line.replace(/\r$/, '').split('\r').at(-1));
    expect(out).toMatch(/\r {20}1\.\d s …/);
    expect(lines.filter((line) => line?.includes('Slow: a warning'))).toEqual([
      expect.stringMatching(/^\x1b\[K(?:\x1b\[33m)? +Slow: a warning(?:\x1b\[39m)?$/),
    ]);
  },
);
