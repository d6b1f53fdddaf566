import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UttersonError } from '../errors.ts';
import { importModule } from '../util/import-module.ts';
import { packageFile } from '../util/package-file.ts';
import type { FileSystemPackage } from './refusing-fd.ts';
import { rubyFolders } from './ruby-files.ts';
import type { RubyWorkspace } from './ruby-workspace.ts';

/** The package with the interpreter: CRuby, compiled to WebAssembly. */
export const RUBY_PACKAGE = '@ruby/3.3-wasm-wasi';

/** Our own Ruby code, in the order in which it is loaded. */
const PRELUDE = [
  'sorting',
  'machine',
  'programs',
  'network',
  'values',
  'held',
  'jekyll',
  'items',
  'site',
  'liquid',
  'payload',
  'renderers',
  'nokogiri',
  'registered',
  'guard',
  'names',
  'seal',
];

/** Node's types have its namespace only. */
const WEB_ASSEMBLY = Reflect.get(globalThis, 'WebAssembly') as {
  compile(bytes: Uint8Array): Promise<WebAssembly.Module>;
};

type RubyPackage = typeof import('@ruby/wasm-wasi');
type Machine = InstanceType<RubyPackage['RubyVM']>;

/** A message to the interpreter, or from it. Both are JSON. */
export type Message = Readonly<Record<string, unknown>>;

export interface RubyMachineOptions {
  /** The files that Ruby code sees. */
  readonly workspace: RubyWorkspace;
  /** Takes a line that Ruby code prints. */
  readonly print: (line: string) => void;
}

/** The file of the interpreter; undefined if neither the site nor this program has its package. */
export function findRuby(source: string): string | undefined {
  for (const folder of [source, packageFile('dist')]) {
    try {
      return createRequire(join(folder, 'index.js')).resolve(`${RUBY_PACKAGE}/dist/ruby+stdlib.wasm`);
    } catch {}
  }
  return undefined;
}

/**
 * A Ruby interpreter in a sandbox: it sees the files of a workspace, and reaches nothing else of the machine. Starting it takes about
 * a second.
 */
export class RubyMachine {
  readonly #machine: Machine;

  private constructor(machine: Machine) {
    this.#machine = machine;
  }

  /** @param file the result of `findRuby` */
  static async start(file: string, { workspace, print }: RubyMachineOptions): Promise<RubyMachine> {
    const require = createRequire(file);
    const home = require.resolve('@ruby/wasm-wasi');
    const { RubyVM } = require(home) as RubyPackage;
    const shimPath = createRequire(home).resolve('@bjorn3/browser_wasi_shim');
    const shim = (await importModule(pathToFileURL(shimPath).href)) as FileSystemPackage;
    const output = () => shim.ConsoleStdout.lineBuffered(print);
    const nothing = new shim.OpenFile(new shim.File([]));
    const wasip1 = new shim.WASI(
      [],
      ['TZ=UTC', 'HOME=/'],
      [nothing, output(), output(), ...rubyFolders(shim, workspace)],
      { debug: false },
    );
    const module = await WEB_ASSEMBLY.compile(readFileSync(file));
    const args = ['ruby.wasm', '-EUTF-8', '--disable=gems', '-e_=0'];
    const { vm } = await RubyVM.instantiateModule({ wasip1, module, args });
    for (const name of PRELUDE) vm.eval(readFileSync(packageFile('dist', 'ruby', `${name}.rb`), 'utf8'));
    return new RubyMachine(vm);
  }

  /**
   * Sends a message to one of the interpreter's methods, and returns its answer.
   *
   * @throws {UttersonError} `RubyError` if the interpreter has ended
   */
  send(method: 'start' | 'resume', message: Message): Message {
    // As a literal of Ruby: a string of JavaScript would be an object of JavaScript, which Ruby code must not get hold of.
    const literal = JSON.stringify(message).replace(/[\\']/g, '\\$&');
    let answer: string;
    try {
      answer = this.#machine.eval(`Utterson.${method}('${literal}')`).toString();
    } catch (error) {
      const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
      throw new UttersonError('RubyError', `The Ruby interpreter has ended: ${reason}`, {
        hint: 'Perhaps a method in _plugins calls itself without end. `ruby_plugins: false` builds the site without its Ruby files.',
        cause: error,
      });
    }
    return JSON.parse(answer) as Message;
  }
}
