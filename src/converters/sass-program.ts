import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, ftruncateSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { SassJob, SassMessage, SassOutcome } from './compile-sass.ts';
import { ReportReader, requestOf } from './sass-protocol.ts';

/** A program that says nothing for so long is given up, in milliseconds. */
const PATIENCE = 10_000;
/** How long to sleep before looking again whether it has said something, in milliseconds. */
const NAP = 1;

const require = createRequire(import.meta.url);

/**
 * Dart Sass as a program of its own, for which this thread waits without giving up its turn: rendering is synchronous. It compiles while this thread
 * renders, several style sheets at a time.
 *
 * What it says goes to a file that is read from time to time, as a pipe of Node's cannot be read without waiting for the event loop. Sass's own package for
 * this (sass-embedded) brings 600 KB of code and, to be waited for, a thread: that cost a quarter of the processor time of a small build.
 *
 * @example
 * const program = SassProgram.start();
 * program?.add(job);
 * const outcome = program?.take(job) ?? compileSass(job);
 */
export class SassProgram {
  readonly #process: ChildProcess;
  readonly #said: Said;
  readonly #reader = new ReportReader();
  readonly #jobs = new Map<string, Announced>();
  #lastId = 0;
  #hasGivenUp = false;

  /** @returns undefined where there is no such program for this machine, or where it cannot be started */
  static start(): SassProgram | undefined {
    const folder = findProgram();
    const said = folder === undefined ? undefined : Said.open();
    if (folder === undefined || said === undefined) return undefined;
    const program = new SassProgram(folder, said);
    if (program.#process.pid !== undefined) return program;
    program.close();
    return undefined;
  }

  private constructor(folder: string, said: Said) {
    this.#said = said;
    const program = join(folder, process.platform === 'win32' ? 'dart.exe' : 'dart');
    this.#process = spawn(program, [join(folder, 'sass.snapshot'), '--embedded'], {
      stdio: ['pipe', said.file, 'ignore'],
      windowsHide: true,
    });
    // Nobody answers for a program that is gone: its work is done by JavaScript's Sass.
    this.#process.on('error', () => {});
    this.#process.on('exit', () => {
      this.#hasGivenUp = true;
    });
    this.#process.stdin?.on('error', () => {});
    this.#process.unref();
  }

  /** Whether it will answer nothing any more. */
  get hasGivenUp(): boolean {
    return this.#hasGivenUp;
  }

  /** Announces a style sheet. */
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

  /** Forgets all style sheets: the files that they import may be others now. */
  forget(): void {
    this.#jobs.clear();
    this.#said.drop();
  }

  /**
   * Waits until what was announced is on its way, as more than a pipe holds goes only while this thread waits: 8 KB on
   * macOS, 200 on Linux.
   */
  async sent(): Promise<void> {
    const { stdin } = this.#process;
    const end = performance.now() + PATIENCE;
    while (stdin?.writable === true && stdin.writableLength > 0 && performance.now() < end) await setTimeout(NAP);
  }

  /**
   * What became of a style sheet, announced or not.
   *
   * @returns undefined where the program fails, or is asked for so much at once that it has not got all: the caller should compile it
   */
  take(job: SassJob): SassOutcome | undefined {
    const announced = this.#announce(job);
    if (announced.outcome === undefined && this.#process.stdin?.writableLength !== 0) return undefined;
    let end = performance.now() + PATIENCE;
    while (announced.outcome === undefined && !this.#hasGivenUp) {
      if (this.#listen()) end = performance.now() + PATIENCE;
      else if (performance.now() > end) this.#hasGivenUp = true;
      else sleep(NAP);
    }
    const { outcome } = announced;
    if (outcome?.kind !== 'compiled') return outcome ?? undefined;
    return { ...outcome, compiled: { ...outcome.compiled, messages: announced.messages } };
  }

  /** Takes in what was said since; false where it is nothing. */
  #listen(): boolean {
    const piece = this.#said.next();
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
    this.#said.close();
  }
}

interface Announced {
  readonly id: number;
  readonly messages: SassMessage[];
  /** Null where the compiler itself failed. */
  outcome: SassOutcome | null | undefined;
}

/** A file that another program writes and this one reads. */
class Said {
  readonly file: number;
  readonly #folder: string;
  #place = 0;

  /** @returns undefined where no file can be made */
  static open(): Said | undefined {
    try {
      return new Said(mkdtempSync(join(tmpdir(), 'utterson-')));
    } catch {
      return undefined;
    }
  }

  private constructor(folder: string) {
    this.#folder = folder;
    this.file = openSync(join(folder, 'sass'), 'w+');
    // Where the system lets an open file have no name, nothing is left of it whatever happens to this process.
    if (process.platform !== 'win32') this.#remove();
  }

  /** What was written since. */
  next(): Buffer {
    const piece = Buffer.allocUnsafe(Math.max(0, fstatSync(this.file).size - this.#place));
    const length = piece.length === 0 ? 0 : readSync(this.file, piece, 0, piece.length, this.#place);
    this.#place += length;
    return piece.subarray(0, length);
  }

  /** Gives back the room of what was read. The program goes on writing where it was, behind a hole that takes no room. */
  drop(): void {
    if (fstatSync(this.file).size === this.#place) ftruncateSync(this.file);
  }

  close(): void {
    closeSync(this.file);
    if (process.platform === 'win32') this.#remove();
  }

  #remove(): void {
    try {
      rmSync(this.#folder, { recursive: true, force: true });
    } catch {
      // The program may hold it for a moment longer.
    }
  }
}

/** The folder with the program, out of the package that npm has installed for the machine. */
function findProgram(): string | undefined {
  const { platform, arch } = process;
  // Where both packages of Linux are there, the one for musl runs only where there is musl.
  const hasMusl = existsSync(`/lib/ld-musl-${arch === 'x64' ? 'x86_64' : 'aarch64'}.so.1`);
  const names = hasMusl ? [`${platform}-musl`, platform] : [platform];
  for (const name of names) {
    try {
      return dirname(require.resolve(`sass-embedded-${name}-${arch}/dart-sass/src/sass.snapshot`));
    } catch {
      // Not for this machine, or installed without optional packages.
    }
  }
  return undefined;
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
