import { workerData } from 'node:worker_threads';
import { requireOwnCompiled } from '../../util/program/compiled-code.ts';
import { type Answer, type Message, OPEN, type Setup, TAKEN, type Task } from './conversion-task.ts';
import { answer, type LineEnd } from './worker-line.ts';

/** Runs in a thread of its own, and converts the batches that nobody has claimed. */

const line = workerData as LineEnd;
const kramdown = requireOwnCompiled('kramdown-processor.cjs');
const { KramdownProcessor } = kramdown.exports as typeof import('../kramdown-processor.ts');
/** After this many batches, the compiled code is cached for the next process. */
const SAVED_AFTER = 8;
let batches = 0;

function takeTasks({ claims, settings }: Setup): (task: Task) => void {
  const processor = new KramdownProcessor(settings, null);
  const convert = (text: string): string | undefined => {
    try {
      return processor.convert(text);
    } catch {
      return undefined;
    }
  };
  return ({ batch, texts }) => {
    if (Atomics.compareExchange(claims, batch, OPEN, TAKEN) !== OPEN) return;
    const result: Answer = { batch, outputs: texts.map(convert) };
    answer(line, result);
    if (++batches === SAVED_AFTER) kramdown.save();
  };
}

let run: ((task: Task) => void) | undefined;

line.port.on('message', (message: Message) => {
  if ('settings' in message) run = takeTasks(message);
  else run?.(message);
});
