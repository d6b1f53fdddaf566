import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, ftruncateSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { sleep } from '../../util/time/sleep.ts';
import { milliseconds } from '../../util/time/stopwatch.ts';
import type { SassJob, SassMessage, SassOutcome } from './sass-job.ts';
import { ReportReader, requestOf } from './sass-protocol.ts';

/** A program that writes nothing for this long is given up, in milliseconds. */
const PATIENCE = 10_000;
/** How long to sleep between looks at its output, in milliseconds. */
const NAP = 1;

const require = createRequire(import.meta.url);

/**
 * Dart Sass as a native program, which compiles several style sheets at a time while this thread renders. Since
 * rendering is synchronous, this thread waits for results without returning to the event loop.
 *
 * For that reason the program writes to a file, which is read from time to time: Node cannot read a pipe without the
 * event loop. Sass's own package for this (sass-embedded) brings 600 KB of code, and a thread in order to wait
 * synchronously, which cost a quarter of the processor time of a small build.
 *
 * @example
 * const program = SassProgram.start();
 * program?.add(job);
 * const outcome = program?.take(job) ?? compileSass(job);
 */
export class SassProgram {
  readonly #process: ChildProcess;
  readonly #output: OutputFile;
  readonly #reader = new ReportReader();
  readonly #jobs = new Map<string, Announced>();
  #lastId = 0;
  #hasGivenUp = false;

  /** @returns undefined if there is no such program for this machine, or where it cannot be started */
  static start(): SassProgram | undefined {
    const folder = findProgram();
    const output = folder === undefined ? undefined : OutputFile.open();
    if (folder === undefined || output === undefined) return undefined;
    const program = new SassProgram(folder, output);
    if (program.#process.pid !== undefined) return program;
    program.close();
    return undefined;
  }

  private constructor(folder: string, output: OutputFile) {
    this.#output = output;
    const program = join(folder, process.platform === 'win32' ? 'dart.exe' : 'dart');
    this.#process = spawn(program, [join(folder, 'sass.snapshot'), '--embedded'], {
      stdio: ['pipe', output.file, 'ignore'],
      windowsHide: true,
    });
    // A program that fails is no error: Sass in JavaScript does its work.
    this.#process.on('error', () => {});
    this.#process.on('exit', () => {
      this.#hasGivenUp = true;
    });
    this.#process.stdin?.on('error', () => {});
    this.#process.unref();
  }

  /** Whether it will not report anything any more. */
  get hasGivenUp(): boolean {
    return this.#hasGivenUp;
  }

  /** Has a style sheet compiled, to be fetched with `take`. */
  add(job: SassJob): void {
    this.#announce(job);
  }

  #announce(job: SassJob): Announced {
    const key = JSON.stringify(job);
    const known = this.#jobs.get(key);
    if (known !== undefined) return known;
    const announced: Announced = { id: ++this.#lastId, messages: [], outcome: undefined };
    this.#jobs.set(key, announced);
    this.#process.stdin?.write(requestOf(announced.id, job));
    return announced;
  }

  /** Forgets all results: imported files may have changed. */
  forget(): void {
    this.#jobs.clear();
    this.#output.drop();
  }

  /**
   * Waits until all announced style sheets have been sent. What exceeds the capacity of the pipe (8 KB on macOS, 200 KB
   * on Linux) is sent only while this thread is in the event loop.
   */
  async sent(): Promise<void> {
    const { stdin } = this.#process;
    const end = milliseconds() + PATIENCE;
    while (stdin?.writable === true && stdin.writableLength > 0 && milliseconds() < end) await setTimeout(NAP);
  }

  /**
   * Waits for the result of a style sheet, announced or not.
   *
   * @returns undefined if the caller should compile it: the program has failed, or has not received all requests yet
   */
  take(job: SassJob): SassOutcome | undefined {
    const announced = this.#announce(job);
    if (announced.outcome === undefined && this.#process.stdin?.writableLength !== 0) return undefined;
    let end = milliseconds() + PATIENCE;
    while (announced.outcome === undefined && !this.#hasGivenUp) {
      if (this.#receive()) end = milliseconds() + PATIENCE;
      else if (milliseconds() > end) this.#hasGivenUp = true;
      else sleep(NAP);
    }
    const { outcome } = announced;
    if (outcome?.kind !== 'compiled') return outcome ?? undefined;
    return { ...outcome, compiled: { ...outcome.compiled, messages: announced.messages } };
  }

  /** Processes new output; false if there is none. */
  #receive(): boolean {
    const piece = this.#output.next();
    if (piece.length === 0) return false;
    for (const report of this.#reader.take(piece)) {
      const job = [...this.#jobs.values()].find(({ id }) => id === report.id);
      if (report.id > this.#lastId) this.#hasGivenUp = true;
      else if (job === undefined) continue;
      else if ('message' in report) job.messages.push(report.message);
      else job.outcome = report.outcome;
    }
    return true;
  }

  close(): void {
    this.#process.kill();
    this.#output.close();
  }
}

/** A style sheet that was sent to the program. */
interface Announced {
  readonly id: number;
  readonly messages: SassMessage[];
  /** Undefined while it is being compiled, null if the compiler itself failed. */
  outcome: SassOutcome | null | undefined;
}

/** A temporary file that the program writes and this process reads. */
class OutputFile {
  readonly file: number;
  readonly #folder: string;
  #position = 0;

  /** @returns undefined if no file can be created */
  static open(): OutputFile | undefined {
    try {
      return new OutputFile(mkdtempSync(join(tmpdir(), 'utterson-')));
    } catch {
      return undefined;
    }
  }

  private constructor(folder: string) {
    this.#folder = folder;
    this.file = openSync(join(folder, 'sass'), 'w+');
    // Outside of Windows an open file can be deleted, so that nothing is left of it whatever happens to this process.
    if (process.platform !== 'win32') this.#remove();
  }

  /** What was written since the last call. */
  next(): Buffer {
    const piece = Buffer.allocUnsafe(Math.max(0, fstatSync(this.file).size - this.#position));
    const length = piece.length === 0 ? 0 : readSync(this.file, piece, 0, piece.length, this.#position);
    this.#position += length;
    return piece.subarray(0, length);
  }

  /** Frees the disk space of what was read. The program continues to write at its position, after a hole in the file. */
  drop(): void {
    if (fstatSync(this.file).size === this.#position) ftruncateSync(this.file);
  }

  close(): void {
    closeSync(this.file);
    if (process.platform === 'win32') this.#remove();
  }

  #remove(): void {
    try {
      rmSync(this.#folder, { recursive: true, force: true });
    } catch {
      // On Windows, the program may keep it open for another moment.
    }
  }
}

/** The folder of the program, in the package that npm has installed for this machine. */
function findProgram(): string | undefined {
  const { platform, arch } = process;
  // If both of Linux's packages are installed, the one for musl is right only where there is musl.
  const hasMusl = existsSync(`/lib/ld-musl-${arch === 'x64' ? 'x86_64' : 'aarch64'}.so.1`);
  const names = hasMusl ? [`${platform}-musl`, platform] : [platform];
  for (const name of names) {
    try {
      return dirname(require.resolve(`sass-embedded-${name}-${arch}/dart-sass/src/sass.snapshot`));
    } catch {
      // Not available for this machine, or installed without optional packages.
    }
  }
  return undefined;
}
