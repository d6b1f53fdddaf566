import { asHash, type ReadonlyHash } from '../../site/hash.ts';
import { isNil } from '../../util/values/is-nil.ts';
import { kramdownSettings } from '../kramdown-settings.ts';
import { type Answer, type Message, OPEN, TAKEN, type Task } from './conversion-task.ts';
import type { ConversionThreads } from './conversion-workers.ts';
import { type WorkerLine, waitForAnswer } from './worker-line.ts';

/** The number of texts that go to a worker together: a message costs more than converting a text. */
const BATCH = 8;
/** With 100 posts a worker saves a seventh of the time; whether one pays for fewer texts than this has not been measured. */
const FEWEST_TEXTS = 80;

/** A text to be converted, by whoever is first. */
interface Job {
  text: string;
  readonly batch: number;
  output: string | undefined;
  isAnswered: boolean;
}

/**
 * Converts Markdown on other processor cores while this thread places bodies in layouts.
 *
 * A conversion depends only on the text and the configuration, so it makes no difference who does it. A text is
 * announced with `add` and fetched with `take`, which returns undefined for a text that no worker has begun: then the
 * caller is faster at converting it. While a worker is converting the text, this thread converts the ones that come
 * next.
 */
export class ConversionPool {
  readonly #claims: Int32Array;
  readonly #answers: Int32Array;
  readonly #lines: readonly WorkerLine<Message, Answer>[];
  readonly #jobs = new Map<string, Job>();
  /** The jobs of each batch that was sent but not answered. */
  readonly #sent = new Map<number, readonly Job[]>();
  /** Jobs of batches that this thread has claimed but not finished. */
  #own: Job[] = [];
  #texts: string[] = [];
  #open: Job[] = [];
  #batch = 0;

  /**
   * @param most the largest number of texts that may be added
   * @param threads have not been used for another pool
   */
  constructor(most: number, settings: ReadonlyHash, { answers, lines }: ConversionThreads) {
    this.#claims = new Int32Array(new SharedArrayBuffer(4 * (Math.ceil(most / BATCH) + 1)));
    this.#answers = answers;
    this.#lines = lines;
    for (const line of lines) line.post({ claims: this.#claims, settings: kramdownSettings(settings) });
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

  #lineOf(batch: number): WorkerLine<Message, Answer> | undefined {
    return this.#lines[batch % this.#lines.length];
  }

  /**
   * The HTML of an announced text, or undefined if the caller should convert it. Each text can be taken once.
   *
   * @param convert converts other texts while a worker is converting this one
   */
  take(text: string, convert: (text: string) => string): string | undefined {
    const job = this.#jobs.get(text);
    if (job === undefined) return undefined;
    this.#jobs.delete(text);
    this.#receive(job);
    if (!job.isAnswered && this.#sent.has(job.batch) && !this.#claim(job.batch)) this.#workUntilAnswered(job, convert);
    const { output } = job;
    // V8 may keep the job alive long after its last use, and with it everything that it refers to.
    job.text = '';
    job.output = undefined;
    return output;
  }

  /** Claims a batch for this thread, unless a worker has. */
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

  /** The next job that this thread may do ahead of time. */
  #nextOwn(): Job | undefined {
    this.#own = this.#own.filter(({ text, isAnswered }) => this.#jobs.has(text) && !isAnswered);
    if (this.#own.length === 0) for (const batch of this.#sent.keys()) if (this.#claim(batch)) break;
    return this.#own.shift();
  }

  /**
   * Receives answers up to the one for a job. Later answers stay outside of V8's heap, where garbage collections do not
   * move them.
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
}

function convertJob(job: Job, convert: (text: string) => string): void {
  try {
    job.output = convert(job.text);
  } catch {
    // It fails again when the text is taken, where the error can be reported.
  }
  job.isAnswered = true;
}

/** Whether converting this many texts is worth starting workers, and workers can do it: they cannot log warnings. */
export function isWorthWorkers(texts: number, config: ReadonlyHash): boolean {
  const isKramdown = String(config.get('markdown')).toLowerCase() === 'kramdown';
  const warns = asHash(config.get('kramdown')).get('show_warnings');
  return isKramdown && (warns === false || isNil(warns)) && texts >= FEWEST_TEXTS;
}
