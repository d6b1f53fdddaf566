import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NESTED, PATTERNS } from './kramdown-patterns.mjs';

const SIZE = 80_000;
/**
 * Processor time, because other work on the machine must not count. It is more than twice what the slowest text takes, and a fraction of what
 * it takes to search the rest of such a text from each place. Compilation and garbage collection make anything slow once: it is tried again.
 */
const MOST_SECONDS = 0.5;
const TRIES = 3;
/** After this time the worker is stopped. */
const MOST_MILLISECONDS = 30_000;

const WORKER = `
  import { parentPort } from 'node:worker_threads';
  const { toHtml } = await import(process.env.KRAMDOWN);
  parentPort.on('message', (text) => {
    const start = process.cpuUsage();
    let outcome;
    try {
      outcome = typeof toHtml(text, { input: 'GFM', hard_wrap: false });
    } catch (error) {
      outcome = error.code ?? String(error);
    }
    const { user, system } = process.cpuUsage(start);
    parentPort.postMessage({ outcome, seconds: (user + system) / 1_000_000 });
  });
`;

const bundle = join(import.meta.dirname, '..', '..', 'dist', 'tools', `kramdown-hostile-${process.pid}.mjs`);
let worker: Worker;

/** The result for a text: the type of the conversion's result or the code of the error, and the time it took. */
interface Result {
  readonly outcome: unknown;
  readonly seconds: number;
}

let settle: (result: Result) => void = () => undefined;

/** Half of the main thread's stack: nesting must lead to a clear error wherever a site is built. */
const STACK_MEGABYTES = 0.5;

function startWorker(): Worker {
  const url = new URL(`data:text/javascript,${encodeURIComponent(WORKER)}`);
  const resourceLimits = { stackSizeMb: STACK_MEGABYTES };
  const started = new Worker(url, { env: { KRAMDOWN: pathToFileURL(bundle).href }, resourceLimits });
  started.on('message', (result: Result) => settle(result));
  started.on('error', ({ message }) => settle({ outcome: message, seconds: 0 }));
  return started;
}

/** Converts in the worker, which is stopped and replaced if it takes too long. */
async function run(text: string): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const result = await new Promise<Result | undefined>((resolve) => {
    settle = resolve;
    timer = setTimeout(() => resolve(undefined), MOST_MILLISECONDS);
    worker.postMessage(text);
  });
  clearTimeout(timer);
  if (result !== undefined) return result;
  await worker.terminate();
  worker = startWorker();
  return { outcome: 'too slow', seconds: Number.POSITIVE_INFINITY };
}

const OUTCOMES: readonly unknown[] = ['string', 'KramdownNestingTooDeep'];

beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, '..', '..', 'src', 'kramdown', 'kramdown.ts')],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  worker = startWorker();
});

afterAll(async () => {
  await worker.terminate();
  rmSync(bundle);
});

describe('hostile texts end quickly', () => {
  test.each([...PATTERNS])('%s', async (_, make) => {
    const text = make(SIZE);
    let least = Number.POSITIVE_INFINITY;
    for (let left = TRIES; left > 0 && least > MOST_SECONDS; left--) {
      const { outcome, seconds } = await run(text);
      expect(OUTCOMES).toContain(outcome);
      least = Math.min(least, seconds);
    }
    expect(least).toBeLessThan(MOST_SECONDS);
  });
});

describe('deep nesting gives a result or a clear error', () => {
  test.each([...NESTED])('%s', async (_, text) => {
    expect(OUTCOMES).toContain((await run(text)).outcome);
  });
});
