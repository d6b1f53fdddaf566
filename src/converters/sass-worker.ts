import { workerData } from 'node:worker_threads';
import { compileSass, loadSass, type SassJob, type SassOutcome, startNativeSass } from './compile-sass.ts';
import type { SassAnswer } from './sass-ahead.ts';
import { answer, type LineEnd } from './worker-line.ts';

/** Runs in a thread of its own: has the style sheets compiled that it is sent. */

const end = workerData as LineEnd;
// It is started while the site is read, before there is a style sheet to compile.
const native = startNativeSass().catch(() => undefined);
void native.then((compile) => {
  // Sass in JavaScript is the largest program of all.
  if (compile === undefined) loadSass();
});

/** Null where the compiler itself failed. */
async function compile(job: SassJob): Promise<SassOutcome | null> {
  try {
    const compileNatively = await native;
    return compileNatively === undefined ? compileSass(job) : await compileNatively(job);
  } catch {
    return null;
  }
}

end.port.on('message', async ({ id, job }: { id: number; job: SassJob }) => {
  const result: SassAnswer = { id, outcome: await compile(job) };
  answer(end, result);
});
