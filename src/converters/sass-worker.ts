import { workerData } from 'node:worker_threads';
import { type CompiledSass, compileSass, loadSass, type SassJob, saveSassCode } from './compile-sass.ts';
import type { SassAnswer } from './sass-ahead.ts';
import { answer, type LineEnd } from './worker-line.ts';

/** Runs in a thread of its own: compiles the style sheets it is sent. */

const end = workerData as LineEnd;
// Sass is the largest program of all: it is loaded while the site is read, before there is a style sheet to compile.
loadSass();

function compile(job: SassJob): CompiledSass | null {
  try {
    return compileSass(job, undefined);
  } catch {
    return null;
  }
}

end.port.on('message', ({ key, job }: { key: string; job: SassJob }) => {
  const result: SassAnswer = { key, compiled: compile(job) };
  // Before the answer, as the thread is stopped soon after it; it is done once for an installation.
  saveSassCode();
  answer(end, result);
});
