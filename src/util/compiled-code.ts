import { isAscii } from 'node:buffer';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { constants, Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/**
 * Keeps what V8 has compiled of a large file of an outside package beside this one's own code, so that the next process runs it
 * without compiling it again. Without it, compiling Sass takes half of the time of its thread.
 *
 * What is kept counts for one file, as it was, one version of Node and one kind of processor; a damaged file is not believed, and
 * where the folder cannot be written all is as without.
 */
export interface KeptCode {
  /** Writes down what was compiled so far, if there was nothing to begin with: call it when the code has been used. */
  save(): void;
}

/**
 * Has a module of the old kind ready for the next `require` of it.
 *
 * @example
 * const code = requireCompiled(require.resolve('sass/sass.dart.js'), '/package/dist/compiled');
 * const sass = require('sass');
 * code.save();
 */
export function requireCompiled(path: string, folder: string): KeptCode {
  const bytes = readFileSync(path);
  // Plain bytes become a text without being decoded.
  const source = Module.wrap(bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8'));
  const place = join(folder, `${basename(path)}.code`);
  const seal = sealOf(path);
  const kept = readKept(place, seal);
  const script = new Script(source, {
    filename: path,
    ...(kept === undefined ? {} : { cachedData: kept }),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  runAsModule(script, path);
  let isKept = kept !== undefined && script.cachedDataRejected !== true;
  return {
    save() {
      if (!isKept) writeKept(place, seal, script.createCachedData());
      isKept = true;
    },
  };
}

function runAsModule(script: Script, path: string): void {
  const loaded = new Module(path);
  loaded.filename = path;
  const require = createRequire(path);
  script.runInThisContext()(loaded.exports, require, loaded, path, dirname(path));
  loaded.loaded = true;
  require.cache[path] = loaded;
}

function sealOf(path: string): string {
  const { size, mtimeMs } = statSync(path);
  return `${path} ${size} ${mtimeMs} ${process.version} ${process.arch}`;
}

function readKept(place: string, seal: string): Buffer | undefined {
  let all: Buffer;
  try {
    all = readFileSync(place);
  } catch {
    return undefined;
  }
  const end = all.indexOf('\n');
  const code = all.subarray(end + 1);
  return all.toString('utf8', 0, Math.max(end, 0)) === firstLine(seal, code) ? code : undefined;
}

function writeKept(place: string, seal: string, code: Buffer): void {
  const beside = `${place}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(beside, Buffer.concat([Buffer.from(`${firstLine(seal, code)}\n`), code]));
    renameSync(beside, place);
  } catch {
    // A package that belongs to somebody else: the next process compiles anew.
  }
}

const firstLine = (seal: string, code: Buffer): string => `${JSON.stringify(seal)} ${code.length} ${crc32(code)}`;
