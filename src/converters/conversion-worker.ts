import { workerData } from 'node:worker_threads';
import { requireOwnCompiled } from '../util/compiled-code.ts';
import { type Answer, OPEN, TAKEN, type Task, type WorkerSetup } from './conversion-task.ts';
import { answer } from './worker-line.ts';

/** Runs in a thread of its own, and converts the batches that nobody has claimed. */

const setup = workerData as WorkerSetup;
const { port, claims, settings } = setup;
const kramdown = requireOwnCompiled('kramdown-processor.cjs');
const { KramdownProcessor } = kramdown.exports as typeof import('./kramdown-processor.ts');
const processor = new KramdownProcessor(settings, null);
/** After this many batches, the compiled code is cached for the next process. */
const SAVED_AFTER = 8;
let batches = 0;

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
  if (++batches === SAVED_AFTER) kramdown.save();
});
