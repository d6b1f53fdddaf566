import { compileSass, type SassJob, type SassOutcome } from './compile-sass.ts';
import { compileWithPartialOfItsName } from './partial-of-its-name.ts';
import { SassProgram } from './sass-program.ts';

/**
 * Compiles the style sheets of a site: by Dart Sass as a program where it can be had, or else by JavaScript's Sass.
 *
 * @example
 * const compiler = new SassCompiler({ usesProgram: true });
 * compiler.announce(job);
 * const outcome = compiler.compile(job);
 * compiler.close();
 */
export class SassCompiler {
  readonly #usesProgram: boolean;
  /** Null until somebody needs it, undefined where there is none. */
  #program: SassProgram | undefined | null = null;

  constructor({ usesProgram }: { readonly usesProgram: boolean }) {
    this.#usesProgram = usesProgram;
  }

  /** Imported files may be others than in the build before. */
  beginBuild(): void {
    if (this.#program?.hasGivenUp === true) this.close();
    this.#program?.forget();
  }

  /** Starts what takes its time to start. */
  start(): SassProgram | undefined {
    if (this.#program === null) this.#program = this.#usesProgram ? SassProgram.start() : undefined;
    return this.#program;
  }

  /** Has a style sheet compiled before somebody waits for it. */
  announce(job: SassJob): void {
    this.start()?.add(job);
  }

  /** Waits until what was announced is on its way. */
  async sent(): Promise<void> {
    await this.#program?.sent();
  }

  compile(job: SassJob): SassOutcome {
    return compileWithPartialOfItsName(job, (each) => this.start()?.take(each) ?? compileSass(each));
  }

  /** Ends the program; it is started again when it is needed. */
  close(): void {
    this.#program?.close();
    this.#program = null;
  }
}
