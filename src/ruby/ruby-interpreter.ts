import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { crc32 } from 'node:zlib';
import { importModule } from '../util/program/import-module.ts';
import { packageFile } from '../util/program/package-file.ts';
import { optimiseWebAssemblyLate } from '../util/program/v8-settings.ts';
import { readChecksummed, writeChecksummed } from '../util/record/checksummed-file.ts';
import { readInterpreter } from './aligned-stack.ts';
import { type Memory, MemoryImage } from './memory-image.ts';
import type { Fd, FileSystemPackage } from './refusing-fd.ts';

/** Our own Ruby code, in the order in which it is loaded. */
const PRELUDE = [
  'sorting',
  'machine',
  'programs',
  'network',
  'gems',
  'addressable',
  'local-time',
  'values',
  'held',
  'jekyll',
  'cache',
  'items',
  'site',
  'posts',
  'liquid',
  'includes',
  'payload',
  'kramdown',
  'renderers',
  'nokogiri',
  'registered',
  'replaceable',
  'guard',
  'names',
  'seal',
];

const ARGUMENTS = ['ruby.wasm', '-EUTF-8', '--disable=gems', '-e_=0'];
const VARIABLES = ['TZ=UTC', 'HOME=/'];

/** The functions that an instance is given, by module and name. */
type Imports = Record<string, Record<string, unknown>>;

interface Instance {
  readonly exports: { readonly memory: Memory };
}

/** Node's types have a part of its namespace only. */
const WEB_ASSEMBLY = Reflect.get(globalThis, 'WebAssembly') as {
  compile(bytes: Uint8Array): Promise<WebAssembly.Module>;
  instantiate(module: WebAssembly.Module, imports: Imports): Promise<Instance>;
};

type RubyPackage = typeof import('@ruby/wasm-wasi');
export type RubyVM = InstanceType<RubyPackage['RubyVM']>;

/** A folder that the interpreter knows from its start. */
export interface Root {
  readonly path: string;
  readonly fd: Fd;
}

const interpreters = new Map<string, Promise<RubyInterpreter>>();

/**
 * The interpreter in a file. It starts from an image of its memory, in which Ruby has booted and our own Ruby code is loaded. The image
 * knows nothing of a site: it is made in an empty file system, and kept for later processes.
 */
export class RubyInterpreter {
  readonly #package: RubyPackage;
  readonly #shim: FileSystemPackage;
  readonly #module: WebAssembly.Module;
  readonly #prelude: readonly string[];
  /** Names what the image is made of. */
  readonly #format: string;
  readonly #images = new Map<string, Promise<MemoryImage>>();

  private constructor(ruby: RubyPackage, shim: FileSystemPackage, bytes: Buffer, module: WebAssembly.Module) {
    this.#package = ruby;
    this.#shim = shim;
    this.#module = module;
    this.#prelude = PRELUDE.map((name) => readFileSync(packageFile('dist', 'ruby', `${name}.rb`), 'utf8'));
    const ours = crc32(JSON.stringify([ARGUMENTS, VARIABLES, this.#prelude]));
    this.#format = `ruby-${bytes.length}-${crc32(bytes)}-${ours}`;
  }

  /** It is compiled once in a process. */
  static in(file: string): Promise<RubyInterpreter> {
    const known = interpreters.get(file);
    if (known !== undefined) return known;
    const loading = RubyInterpreter.#load(file);
    interpreters.set(file, loading);
    // Perhaps it is installed anew.
    loading.catch(() => interpreters.delete(file));
    return loading;
  }

  static async #load(file: string): Promise<RubyInterpreter> {
    const require = createRequire(file);
    const home = require.resolve('@ruby/wasm-wasi');
    const shimPath = createRequire(home).resolve('@bjorn3/browser_wasi_shim');
    const shim = (await importModule(pathToFileURL(shimPath).href)) as FileSystemPackage;
    const bytes = readInterpreter(file);
    optimiseWebAssemblyLate();
    return new RubyInterpreter(require(home) as RubyPackage, shim, bytes, await WEB_ASSEMBLY.compile(bytes));
  }

  /**
   * @param foldersIn what Ruby code sees, in the words of the package
   * @param print takes a line that Ruby code prints
   */
  async start(foldersIn: (shim: FileSystemPackage) => readonly Root[], print: (line: string) => void): Promise<RubyVM> {
    const folders = foldersIn(this.#shim);
    const image = await this.#imageWith(folders.map(({ path }) => path));
    const { vm, memory } = await this.#instantiate(
      folders.map(({ fd }) => fd),
      print,
      closeToJavaScript,
    );
    image.putInto(memory);
    return vm;
  }

  /** The paths of folders are part of the memory. */
  #imageWith(paths: readonly string[]): Promise<MemoryImage> {
    const key = paths.join('\n');
    const known = this.#images.get(key) ?? (key === '/' ? this.#keptImage() : this.#makeImage(paths));
    this.#images.set(key, known);
    return known;
  }

  async #keptImage(): Promise<MemoryImage> {
    const path = packageFile('dist', 'compiled', 'ruby.image');
    const kept = readChecksummed(path, this.#format);
    if (kept.kind === 'intact') return MemoryImage.from(kept.parts);
    const made = await this.#makeImage(['/']);
    try {
      writeChecksummed(path, this.#format, made.parts);
    } catch {
      // The package's folder is not ours to write: the next process makes the image again.
    }
    return made;
  }

  async #makeImage(paths: readonly string[]): Promise<MemoryImage> {
    const folders = paths.map((path) => new this.#shim.PreopenDirectory(path, new Map()));
    const { vm, memory, begin } = await this.#instantiate(folders, () => undefined);
    const before = memory.buffer.slice(0);
    begin();
    vm.initialize(ARGUMENTS);
    for (const code of this.#prelude) vm.eval(code);
    return MemoryImage.between(before, memory.buffer);
  }

  /** Makes a new instance, with its memory as the file has it. */
  async #instantiate(
    folders: readonly Fd[],
    print: (line: string) => void,
    limit: (imports: Imports) => void = () => undefined,
  ) {
    const { ConsoleStdout, File, OpenFile, WASI } = this.#shim;
    const output = () => ConsoleStdout.lineBuffered(print);
    const files = [new OpenFile(new File([])), output(), output(), ...folders];
    const wasip1 = new WASI([], VARIABLES, files, { debug: false });
    const imports: Imports = { wasi_snapshot_preview1: wasip1.wasiImport };
    const vm = new this.#package.RubyVM();
    vm.addToImports(imports);
    limit(imports);
    const instance = await WEB_ASSEMBLY.instantiate(this.#module, imports);
    await vm.setInstance(instance);
    const exported = instance as Parameters<typeof wasip1.initialize>[0];
    wasip1.inst = exported;
    return { vm, memory: exported.exports.memory, begin: () => wasip1.initialize(exported) };
  }
}

/** What leads from the interpreter to JavaScript: only our own Ruby code is loaded with it, and takes it from Ruby. */
function closeToJavaScript(imports: Imports): void {
  const host = imports['rb-js-abi-host'] ?? {};
  for (const name of Object.keys(host)) {
    if (name === 'rb_wasm_throw_prohibit_rewind_exception') continue;
    host[name] = () => {
      throw new TypeError('Ruby code cannot reach JavaScript.');
    };
  }
  // Ruby lets go of objects of the instance from which the image was made.
  const objects = imports['canonical_abi'];
  if (objects !== undefined) objects['resource_drop_js-abi-value'] = () => undefined;
}
