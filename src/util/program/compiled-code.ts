import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import type { ImportModule } from './import-module.ts';
import { packageFile } from './package-file.ts';

/** This many processes add what they ran to the cache: the first one may have built a small site and run little. */
const PROCESSES = 4;

/**
 * Caches V8's compiled code of a large file, so that the next process runs it without compiling it again. Without the
 * cache, compiling takes a third of the time of a small site. Node 22's own compile cache does not improve on that.
 *
 * A cache is valid for one version of the file, one version of Node and one architecture; a damaged one is ignored, and
 * where the folder cannot be written, the file is simply compiled each time.
 */
export interface CompiledModule {
  /** The module's exports. */
  readonly exports: unknown;
  /**
   * Caches what has been compiled so far: call it after the code has been used. After the first few processes it does
   * nothing.
   */
  save(): void;
}

/**
 * Runs a CommonJS module, and registers it for later calls of `require`.
 *
 * @param folder where the cache is kept
 *
 * @example
 * const code = requireCompiled(require.resolve('sass/sass.dart.js'), '/package/dist/compiled');
 * const sass = require('sass');
 * code.save();
 */
export function requireCompiled(path: string, folder: string): CompiledModule {
  return run(path, Module.wrap(readFileSync(path, 'utf8')), folder);
}

/**
 * Runs a CommonJS module of this package, once per process.
 *
 * @param name a file in `dist` that already is the wrapper function which Node makes of a module: wrapping a large source
 *   costs as much as reading it
 */
export function requireOwnCompiled(name: string): CompiledModule {
  const path = packageFile('dist', name);
  const known = createRequire(path).cache[path];
  if (known !== undefined) return { exports: known.exports, save() {} };
  // The build escapes everything beyond ASCII, so the bytes need no decoding.
  return run(path, readFileSync(path, 'latin1'), packageFile('dist', 'compiled'));
}

function run(path: string, source: string, folder: string): CompiledModule {
  const cacheFile = join(folder, `${basename(path)}.code`);
  const stamp = stampOf(path);
  const cached = readCache(cacheFile, stamp);
  const script = new Script(source, {
    filename: path,
    ...(cached === undefined ? {} : { cachedData: cached.code }),
  });
  const { exports } = runAsModule(script, path);
  const processes = cached === undefined || script.cachedDataRejected === true ? 0 : cached.processes;
  let isSaved = processes >= PROCESSES;
  return {
    exports,
    save() {
      if (!isSaved) writeCache(cacheFile, { stamp, processes: processes + 1 }, script);
      isSaved = true;
    },
  };
}

/** A module with the `import` of this file, which code from the cache lacks: see `import-module.ts`. */
class CompiledCode extends Module {
  readonly importModule: ImportModule = (url) => import(url);
}

function runAsModule(script: Script, path: string): Module {
  const loaded = new CompiledCode(path);
  loaded.filename = path;
  const require = createRequire(path);
  script.runInThisContext()(loaded.exports, require, loaded, path, dirname(path));
  loaded.loaded = true;
  require.cache[path] = loaded;
  return loaded;
}

function stampOf(path: string): string {
  const { size, mtimeMs } = statSync(path);
  return `${path} ${size} ${mtimeMs} ${process.version} ${process.arch}`;
}

/** What identifies a cache, in its first line together with the length and the checksum of the code. */
interface Label {
  readonly stamp: string;
  /** The number of processes that have contributed to it. */
  readonly processes: number;
}

function readCache(path: string, stamp: string): { readonly code: Buffer; readonly processes: number } | undefined {
  let all: Buffer;
  try {
    all = readFileSync(path);
  } catch {
    return undefined;
  }
  const end = all.indexOf('\n');
  const line = all.toString('utf8', 0, Math.max(end, 0));
  const code = all.subarray(end + 1);
  const processes = Number.parseInt(line.slice(1), 10);
  return line === firstLine({ stamp, processes }, code) ? { code, processes } : undefined;
}

function writeCache(path: string, label: Label, script: Script): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(temporary, 'w');
    try {
      const code = script.createCachedData();
      writeFileSync(file, `${firstLine(label, code)}\n`);
      writeFileSync(file, code);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch {
    // The package's folder is not ours to write: the next process compiles again.
  }
}

/** Padded to a multiple of eight bytes, newline included: V8 has to copy code that is not aligned. */
function firstLine({ stamp, processes }: Label, code: Buffer): string {
  const line = JSON.stringify([processes, code.length, crc32(code), stamp]);
  return line.padEnd(line.length + 7 - (Buffer.byteLength(line) % 8));
}
