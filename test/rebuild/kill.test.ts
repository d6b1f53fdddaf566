import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { build as buildSite } from '../../src/build/build.ts';
import { silentLog } from '../../src/util/program/log.ts';
import { filesIn } from '../files-in.ts';
import { Chance, type Files, randomEdit, randomSite } from './random-site.ts';

const KILLS = Number(process.env['UTTERSON_KILLS'] ?? 6);
const CLI = join(import.meta.dirname, '../../dist/cli.js');

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'kill-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(source: string, files: Files): void {
  for (const name of readdirSync(source)) if (name !== '.jekyll-cache') rmSync(join(source, name), { recursive: true });
  for (const [path, content] of files) {
    mkdirSync(dirname(join(source, path)), { recursive: true });
    writeFileSync(join(source, path), content);
  }
  writeFileSync(
    join(source, '_config.yml'),
    'time: 2026-01-02 03:04:05 +0000\ncollections: { notes: { output: true } }\n',
  );
}

/** Runs a build, and kills it after a number of milliseconds unless it has finished. */
async function build(source: string, destination: string, killAfter?: number): Promise<NodeJS.Signals | number | null> {
  const child = spawn(process.execPath, [CLI, 'build', '-q', '-s', source, '-d', destination], { stdio: 'ignore' });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve) => {
    child.on('exit', (status, signal) => {
      clearTimeout(timer);
      resolve(signal ?? status);
    });
  });
}

/** Runs a whole build, and measures its time in milliseconds. */
async function timedBuild(source: string, destination: string) {
  const start = performance.now();
  const status = await build(source, destination);
  return { status, took: performance.now() - start };
}

/** A clean build in this process, which returns the exit status of the command. */
async function buildHere(source: string, destination: string): Promise<number> {
  const log = silentLog();
  const overrides = { source, destination };
  const options = { log, overrides, folder: source, isIncremental: false, usesWorkers: false };
  return buildSite(options).then(
    () => 0,
    () => 1,
  );
}

test(`a build after a killed one has the output of a clean build (${KILLS} kills)`, async () => {
  const [source, out, clean] = ['site', 'out', 'clean'].map((name) => join(folder, name)) as [string, string, string];
  mkdirSync(source);
  const chance = new Chance(KILLS);
  let files = randomSite(chance);
  let killed = 0;
  write(source, files);
  // The first build of an installation takes much longer than later ones, so the last one tells how long the next will take.
  let { took } = await timedBuild(source, join(folder, 'first'));
  // On a machine whose speed changes, a build may end before it is killed.
  for (let round = 0; round < KILLS || (killed === 0 && round < 10 * KILLS); round++) {
    write(source, files);
    if ((await build(source, out, chance.next() * took)) === 'SIGKILL') killed++;
    const whole = await timedBuild(source, out);
    took = whole.took;
    const { status } = whole;
    rmSync(clean, { recursive: true, force: true });
    expect(await buildHere(source, clean), `round ${round}`).toBe(status);
    if (status === 0) expect(filesIn(out), `round ${round}`).toEqual(filesIn(clean));
    files = randomEdit(chance, files);
  }
  expect(killed).toBeGreaterThan(0);
}, 600_000);
