import { availableParallelism } from 'node:os';
import type { ReadonlyHash } from '../site/hash.ts';
import { asHash } from '../site/hash.ts';
import { type Answer, OPEN, TAKEN, type Task } from './conversion-task.ts';
import { kramdownSettings } from './kramdown-processor.ts';
import { makeAnswerCounter, WorkerLine, waitForAnswer } from './worker-line.ts';

/** Texts that go to a worker together: one message costs more than one text. */
const BATCH = 8;
const MOST_WORKERS = 4;

interface Job {
  text: string;
  readonly batch: number;
  output: string | undefined;
  isAnswered: boolean;
}

/**
 * Converts Markdown on other processor cores while this thread places bodies in layouts.
 *
 * Conversion is a pure function of the text and the configuration, so who does it makes no difference to the bytes.
 * A text is announced with `add` and fetched with `take`, which gives undefined for what no worker has begun: the caller
 * is then quicker to convert it. While a worker is at it, this thread converts what comes next.
 */
export class ConversionPool {
  readonly #claims: Int32Array;
  readonly #answers = makeAnswerCounter();
  readonly #lines: readonly WorkerLine<Task, Answer>[];
  readonly #jobs = new Map<string, Job>();
  /** The jobs of each batch that was sent and has not come back. */
  readonly #sent = new Map<number, readonly Job[]>();
  /** Jobs of batches that this thread has taken, and not done yet. */
  #own: Job[] = [];
  #texts: string[] = [];
  #open: Job[] = [];
  #batch = 0;

  /** @param most how many texts will be added at most */
  constructor(most: number, settings: ReadonlyHash) {
    this.#claims = new Int32Array(new SharedArrayBuffer(4 * (Math.ceil(most / BATCH) + 1)));
    const count = Math.min(MOST_WORKERS, availableParallelism() - 1);
    const data = { claims: this.#claims, settings: kramdownSettings(settings) };
    this.#lines = Array.from(
      { length: count },
      () => new WorkerLine<Task, Answer>('conversion-worker.cjs', this.#answers, data),
    );
  }

  get workers(): number {
    return this.#lines.length;
  }

  /** Announces a text. */
  add(text: string): void {
    if (this.#jobs.has(text)) return;
    const job: Job = { text, batch: this.#batch, output: undefined, isAnswered: false };
    this.#jobs.set(text, job);
    this.#open.push(job);
    if (this.#texts.push(text) === BATCH) this.#send();
  }

  #send(): void {
    const task: Task = { batch: this.#batch, texts: this.#texts };
    this.#sent.set(this.#batch, this.#open);
    this.#lineOf(this.#batch)?.post(task);
    this.#texts = [];
    this.#open = [];
    this.#batch++;
  }

  #lineOf(batch: number): WorkerLine<Task, Answer> | undefined {
    return this.#lines[batch % this.#lines.length];
  }

  /**
   * The HTML of an announced text, or undefined where the caller should convert it.
   *
   * @param convert what to do with other texts while a worker is at this one
   */
  take(text: string, convert: (text: string) => string): string | undefined {
    const job = this.#jobs.get(text);
    if (job === undefined) return undefined;
    this.#jobs.delete(text);
    this.#receive(job);
    if (!job.isAnswered && this.#sent.has(job.batch) && !this.#claim(job.batch)) this.#workUntilAnswered(job, convert);
    const { output } = job;
    // V8 may keep a job for long after the last use, and what it holds with it.
    job.text = '';
    job.output = undefined;
    return output;
  }

  /** Takes a batch for this thread, unless a worker has it. */
  #claim(batch: number): boolean {
    if (Atomics.compareExchange(this.#claims, batch, OPEN, TAKEN) !== OPEN) return false;
    this.#own.push(...(this.#sent.get(batch) ?? []));
    this.#sent.delete(batch);
    return true;
  }

  #workUntilAnswered(job: Job, convert: (text: string) => string): void {
    while (!job.isAnswered) {
      const seen = Atomics.load(this.#answers, 0);
      this.#receive(job);
      if (job.isAnswered) return;
      const next = this.#nextOwn();
      if (next !== undefined) convertJob(next, convert);
      else if (!waitForAnswer(this.#answers, seen)) return;
    }
  }

  /** The next text that this thread may convert before it is asked for. */
  #nextOwn(): Job | undefined {
    this.#own = this.#own.filter(({ text, isAnswered }) => this.#jobs.has(text) && !isAnswered);
    if (this.#own.length === 0) for (const batch of this.#sent.keys()) if (this.#claim(batch)) break;
    return this.#own.shift();
  }

  /**
   * Takes answers up to that for a job. What is not needed yet stays outside of V8's heap, where it is not moved with
   * each collection of garbage.
   */
  #receive(job: Job): void {
    for (const answer of this.#lineOf(job.batch)?.receive() ?? []) {
      this.#accept(answer);
      if (job.isAnswered) return;
    }
  }

  #accept({ batch, outputs }: Answer): void {
    const jobs = this.#sent.get(batch) ?? [];
    this.#sent.delete(batch);
    for (const [index, job] of jobs.entries()) {
      job.output = outputs[index];
      job.isAnswered = true;
    }
  }

  close(): void {
    for (const line of this.#lines) line.close();
  }
}

function convertJob(job: Job, convert: (text: string) => string): void {
  try {
    job.output = convert(job.text);
  } catch {
    // It fails again when it is asked for, where the error can be told.
  }
  job.isAnswered = true;
}

/** Whether conversions of so many texts are worth the start of a worker, and can be left to one. */
export function isWorthWorkers(texts: number, config: ReadonlyHash): boolean {
  const isKramdown = String(config.get('markdown')).toLowerCase() === 'kramdown';
  const warns = asHash(config.get('kramdown')).get('show_warnings');
  return isKramdown && (warns === false || warns === undefined || warns === null) && texts >= 250;
}
