import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NESTED, PATTERNS } from './kramdown-patterns.mjs';

const SIZE = 20_000;
/** Far above what a linear parser needs for this size, far below what a quadratic one takes. */
const MOST_MILLISECONDS = 10_000;

const WORKER = `
  import { parentPort } from 'node:worker_threads';
  const { toHtml } = await import(process.env.KRAMDOWN);
  parentPort.on('message', (text) => {
    try {
      parentPort.postMessage(typeof toHtml(text, { input: 'GFM', hard_wrap: false }));
    } catch (error) {
      parentPort.postMessage(error.code ?? String(error));
    }
  });
`;

const bundle = join(import.meta.dirname, '..', '..', 'dist', 'tools', `kramdown-hostile-${process.pid}.mjs`);
let worker: Worker;

let settle: (result: unknown) => void = () => undefined;

/** Half of what the main thread has: nesting must end in a clear error wherever a site is built. */
const STACK_MEGABYTES = 0.5;

function startWorker(): Worker {
  const url = new URL(`data:text/javascript,${encodeURIComponent(WORKER)}`);
  const resourceLimits = { stackSizeMb: STACK_MEGABYTES };
  const started = new Worker(url, { env: { KRAMDOWN: pathToFileURL(bundle).href }, resourceLimits });
  started.on('message', (result: unknown) => settle(result));
  started.on('error', (error) => settle(error.message));
  return started;
}

/** Converts in the worker, which is stopped and replaced when it takes too long. */
async function run(text: string): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const result = await new Promise<unknown>((resolve) => {
    settle = resolve;
    timer = setTimeout(() => resolve('too slow'), MOST_MILLISECONDS);
    worker.postMessage(text);
  });
  clearTimeout(timer);
  if (result === 'too slow') {
    await worker.terminate();
    worker = startWorker();
  }
  return result;
}

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

afterAll(() => worker.terminate());

describe('hostile texts end quickly', () => {
  test.each([...PATTERNS])('%s', async (_, make) => {
    expect(['string', 'KramdownNestingTooDeep']).toContain(await run(make(SIZE)));
  });
});

describe('deep nesting gives a result or a clear error', () => {
  test.each([...NESTED])('%s', async (_, text) => {
    expect(['string', 'KramdownNestingTooDeep']).toContain(await run(text));
  });
});
