import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { growsTooFast } from '../linear-time.ts';
import { NESTED, PATTERNS } from './kramdown-patterns.mjs';

const SIZE = 80_000;
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
    const secondsFor = async (size: number): Promise<number> => {
      const { outcome, seconds } = await run(make(size));
      expect(OUTCOMES).toContain(outcome);
      return seconds;
    };
    expect(await growsTooFast(secondsFor, SIZE)).toBe(false);
  });
});

describe('deep nesting gives a result or a clear error', () => {
  test.each([...NESTED])('%s', async (_, text) => {
    expect(OUTCOMES).toContain((await run(text)).outcome);
  });
});
