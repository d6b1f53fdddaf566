import { compileSass } from './compile-sass.ts';
import { compileWithOwnFolderLast } from './own-folder-last.ts';
import type { SassJob, SassOutcome } from './sass-job.ts';
import { SassProgram } from './sass-program.ts';

/**
 * Compiles the style sheets of a site, with Dart Sass's native program if it is available, otherwise with Sass in
 * JavaScript.
 *
 * @example
 * const compiler = new SassCompiler({ usesProgram: true });
 * compiler.announce(job);
 * const outcome = compiler.compile(job);
 * compiler.close();
 */
export class SassCompiler {
  readonly #usesProgram: boolean;
  /** Null until it is needed, undefined if there is none. */
  #program: SassProgram | undefined | null = null;

  constructor({ usesProgram }: { readonly usesProgram: boolean }) {
    this.#usesProgram = usesProgram;
  }

  /** Forgets earlier results: imported files may have changed since the last build. */
  beginBuild(): void {
    if (this.#program?.hasGivenUp === true) this.close();
    this.#program?.forget();
  }

  /** Starts the program ahead of time. */
  start(): SassProgram | undefined {
    if (this.#program === null) this.#program = this.#usesProgram ? SassProgram.start() : undefined;
    return this.#program;
  }

  /** Has a style sheet compiled ahead of time. */
  announce(job: SassJob): void {
    this.start()?.add(job);
  }

  /** Waits until all announced style sheets have been sent to the program. */
  async sent(): Promise<void> {
    await this.#program?.sent();
  }

  compile(job: SassJob): SassOutcome {
    return compileWithOwnFolderLast(job, (each) => this.start()?.take(each) ?? compileSass(each));
  }

  /** Ends the program, which is started again when it is needed. */
  close(): void {
    this.#program?.close();
    this.#program = null;
  }
}
