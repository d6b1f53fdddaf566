import { Worker } from 'node:worker_threads';
import type { Terminal } from '../command-line/command.ts';
import { CLEAR_LINE } from '../command-line/terminal.ts';

/** Milliseconds before anything is shown. */
const DELAY = 1000;

/**
 * Draws from a thread of its own, because a build is one long synchronous computation in which no timer would fire. The line
 * is erased before anything else is printed.
 */
const DRAW = `
const { workerData, parentPort } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const { line, delay, clear } = workerData;
const started = Date.now();
const timer = setInterval(() => {
  if (Date.now() - started < delay) return;
  Atomics.store(line, 0, 1);
  try { writeSync(1, '\\r' + ' '.repeat(20) + ((Date.now() - started) / 1000).toFixed(1) + ' s \\u2026'); } catch {}
}, 100);
parentPort.on('message', () => {
  clearInterval(timer);
  try { if (Atomics.exchange(line, 0, 0) === 1) writeSync(1, clear); } catch {}
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
  const { progressLine: line = new Int32Array(new SharedArrayBuffer(4)) } = terminal;
  const worker = new Worker(DRAW, { eval: true, workerData: { line, delay: DELAY, clear: CLEAR_LINE } });
  worker.unref();
  return async () => {
    // Otherwise Node may find nothing to wait for and end the process here.
    worker.ref();
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage('stop');
    await ended;
  };
}
