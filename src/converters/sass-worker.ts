import { workerData } from 'node:worker_threads';
import { keepCompiledCode, saveCompiledCode } from '../util/compile-cache.ts';
import { type CompiledSass, compileSass, type SassJob } from './compile-sass.ts';
import type { SassAnswer } from './sass-ahead.ts';
import { answer, type LineEnd } from './worker-line.ts';

/** Runs in a thread of its own: compiles the style sheets it is sent. */

const end = workerData as LineEnd;
// Sass is loaded with the first style sheet, and is the largest program of all.
keepCompiledCode();
let isSaved = false;

function compile(job: SassJob): CompiledSass | null {
  try {
    return compileSass(job, undefined);
  } catch {
    return null;
  }
}

end.port.on('message', ({ key, job }: { key: string; job: SassJob }) => {
  const result: SassAnswer = { key, compiled: compile(job) };
  answer(end, result);
  if (!isSaved) saveCompiledCode();
  isSaved = true;
});
