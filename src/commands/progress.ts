import { Worker } from 'node:worker_threads';
import type { Terminal } from './command.ts';

/** Milliseconds before anything is shown. */
const DELAY = 1000;

/**
 * Draws from a thread of its own, because a build is one long synchronous computation in which no timer would fire. The line
 * is erased before the thread ends, so that it never mixes with what is printed next.
 */
const DRAW = `
const { workerData, parentPort } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const started = Date.now();
let isDrawn = false;
const timer = setInterval(() => {
  if (Date.now() - started < workerData) return;
  isDrawn = true;
  try { writeSync(1, '\\r' + ' '.repeat(20) + ((Date.now() - started) / 1000).toFixed(1) + ' s \\u2026'); } catch {}
}, 100);
parentPort.on('message', () => {
  clearInterval(timer);
  try { if (isDrawn) writeSync(1, '\\r\\x1b[K'); } catch {}
  process.exit(0);
});
`;

/**
 * Shows how long a build has been running, once it takes longer than a second, if the terminal is interactive.
 *
 * @returns a function that erases the line
 *
 * @example
 * const stop = showProgress(terminal);
 * await builder.build();
 * await stop();
 */
export function showProgress(terminal: Terminal): () => Promise<void> {
  if (!terminal.isInteractive) return async () => {};
  const worker = new Worker(DRAW, { eval: true, workerData: DELAY });
  worker.unref();
  return async () => {
    // Nothing else may keep the process waiting for it.
    worker.ref();
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage('stop');
    await ended;
  };
}
