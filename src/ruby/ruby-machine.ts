import { createRequire } from 'node:module';
import { join } from 'node:path';
import { UttersonError } from '../errors.ts';
import { packageFile } from '../util/program/package-file.ts';
import { rubyFolders } from './ruby-files.ts';
import { RubyInterpreter, type RubyVM } from './ruby-interpreter.ts';
import type { RubyWorkspace } from './ruby-workspace.ts';

/** The package with the interpreter: CRuby, compiled to WebAssembly. */
export const RUBY_PACKAGE = '@ruby/3.3-wasm-wasi';

/** A message to the interpreter, or from it. Both are JSON. */
export type Message = Readonly<Record<string, unknown>>;

interface RubyMachineOptions {
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
 * A Ruby interpreter in a sandbox: it sees the files of a workspace, and reaches nothing else of the machine.
 */
export class RubyMachine {
  readonly #machine: RubyVM;

  private constructor(machine: RubyVM) {
    this.#machine = machine;
  }

  /** @param file the result of `findRuby` */
  static async start(file: string, { workspace, print }: RubyMachineOptions): Promise<RubyMachine> {
    const interpreter = await RubyInterpreter.in(file);
    const vm = await interpreter.start((shim) => rubyFolders(shim, workspace), print);
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
      const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
      throw new UttersonError('RubyError', `The Ruby interpreter has ended: ${reason}`, {
        hint: `${causeOf(reason)} \`ruby_plugins: false\` builds the site without its Ruby files.`,
        cause: error,
      });
    }
    return JSON.parse(answer) as Message;
  }
}

/** What may have ended the interpreter. */
function causeOf(reason: string): string {
  return reason === 'memory access out of bounds'
    ? 'Perhaps a method in _plugins calls itself without end, or this is a fault of the interpreter, which another way of writing the same may avoid.'
    : 'Perhaps a method in _plugins calls itself without end.';
}
