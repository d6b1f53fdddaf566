import { workerData } from 'node:worker_threads';
import { type Answer, OPEN, TAKEN, type Task, type WorkerSetup } from './conversion-pool.ts';
import { KramdownProcessor } from './kramdown-processor.ts';
import { answer } from './worker-line.ts';

/** Runs in a thread of its own: converts the batches that nobody has begun. */

const setup = workerData as WorkerSetup;
const { port, claims, settings } = setup;
const processor = new KramdownProcessor(settings, null);

function convert(text: string): string | undefined {
  try {
    return processor.convert(text);
  } catch {
    return undefined;
  }
}

port.on('message', ({ batch, texts }: Task) => {
  if (Atomics.compareExchange(claims, batch, OPEN, TAKEN) !== OPEN) return;
  const result: Answer = { batch, outputs: texts.map(convert) };
  answer(setup, result);
});
