import { workerData } from 'node:worker_threads';
import { type Answer, OPEN, TAKEN, type Task, type WorkerSetup } from './conversion-pool.ts';
import { KramdownProcessor } from './kramdown-processor.ts';

/** Runs in a thread of its own: converts the batches that nobody has begun. */

const { port, claims, answers, settings } = workerData as WorkerSetup;
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
  const answer: Answer = { batch, outputs: texts.map(convert) };
  port.postMessage(answer);
  Atomics.add(answers, 0, 1);
  Atomics.notify(answers, 0);
});
