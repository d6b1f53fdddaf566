import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import type { ImportModule } from './import-module.ts';
import { packageFile } from './package-file.ts';

/** In so many processes what was run is added to what is kept: the first one may have been a small site. */
const PROCESSES = 4;

/**
 * Keeps what V8 has compiled of a large file, so that the next process runs it without compiling it again. Without it, compiling
 * is a third of the time of a small site. Node 22's own cache of compiled code does not add to that.
 *
 * What is kept counts for one file, as it was, one version of Node and one kind of processor; a damaged file is not believed, and
 * where the folder cannot be written all is as without.
 */
export interface CompiledModule {
  /** What the module exports. */
  readonly exports: unknown;
  /** Writes down what was compiled so far: call it when the code has been used. Does nothing after the first few processes. */
  save(): void;
}

/**
 * Runs a module of the old kind, also for the next `require` of it.
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
 * Runs a module of the old kind of this package, once in a process.
 *
 * @param name of a file in `dist`, which is the function that Node makes of such a module: joining texts costs as much as reading them
 */
export function requireOwnCompiled(name: string): CompiledModule {
  const path = packageFile('dist', name);
  const known = createRequire(path).cache[path];
  if (known !== undefined) return { exports: known.exports, save() {} };
  // It is compiled into plain octets, which become a text without being decoded.
  return run(path, readFileSync(path, 'latin1'), packageFile('dist', 'compiled'));
}

function run(path: string, source: string, folder: string): CompiledModule {
  const place = join(folder, `${basename(path)}.code`);
  const seal = sealOf(path);
  const kept = readKept(place, seal);
  const script = new Script(source, {
    filename: path,
    ...(kept === undefined ? {} : { cachedData: kept.code }),
  });
  const { exports } = runAsModule(script, path);
  const processes = kept === undefined || script.cachedDataRejected === true ? 0 : kept.processes;
  let isSaved = processes >= PROCESSES;
  return {
    exports,
    save() {
      if (!isSaved) writeKept(place, { seal, processes: processes + 1 }, script);
      isSaved = true;
    },
  };
}

/** A module that imports modules as this one does: see `import-module.ts`. */
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

function sealOf(path: string): string {
  const { size, mtimeMs } = statSync(path);
  return `${path} ${size} ${mtimeMs} ${process.version} ${process.arch}`;
}

/** What the first line of a file of code says, before the length and the checksum of the code. */
interface Label {
  readonly seal: string;
  /** How many processes it was written by, one after the other. */
  readonly processes: number;
}

function readKept(place: string, seal: string): { readonly code: Buffer; readonly processes: number } | undefined {
  let all: Buffer;
  try {
    all = readFileSync(place);
  } catch {
    return undefined;
  }
  const end = all.indexOf('\n');
  const line = all.toString('utf8', 0, Math.max(end, 0));
  const code = all.subarray(end + 1);
  const processes = Number.parseInt(line.slice(1), 10);
  return line === firstLine({ seal, processes }, code) ? { code, processes } : undefined;
}

function writeKept(place: string, label: Label, script: Script): void {
  const beside = `${place}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(place), { recursive: true });
    const file = openSync(beside, 'w');
    try {
      const code = script.createCachedData();
      writeFileSync(file, `${firstLine(label, code)}\n`);
      writeFileSync(file, code);
    } finally {
      closeSync(file);
    }
    renameSync(beside, place);
  } catch {
    // A package that belongs to somebody else: the next process compiles anew.
  }
}

/** As long as a multiple of eight with its end: V8 makes a copy of code that begins elsewhere. */
function firstLine({ seal, processes }: Label, code: Buffer): string {
  const line = JSON.stringify([processes, code.length, crc32(code), seal]);
  return line.padEnd(line.length + 7 - (Buffer.byteLength(line) % 8));
}
