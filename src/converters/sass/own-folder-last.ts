import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SassJob, SassOutcome } from './sass-job.ts';

/**
 * Compiles a style sheet, even one like `css/main.scss` that imports `main` and means the one in `_sass`. Sass looks
 * next to the style sheet first, finds a page there, the style sheet itself or another one, front matter and all, and fails. So does
 * jekyll-sass-converter 3, but Jekyll 3 and version 2 of the converter built such sites. So if something in a style sheet's own folder
 * fails, it is compiled again with that folder searched last.
 */
export function compileWithOwnFolderLast(job: SassJob, compile: (job: SassJob) => SassOutcome): SassOutcome {
  const outcome = compile(job);
  const { url, ...elsewhere } = job;
  if (url === undefined || outcome.kind === 'compiled' || !isBeside(outcome.failure.url ?? url, url)) return outcome;
  const again = withUrl(url, compile({ ...elsewhere, loadPaths: [...job.loadPaths, dirname(fileURLToPath(url))] }));
  return again.kind === 'compiled' ? again : outcome;
}

function isBeside(other: string, url: string): boolean {
  return dirname(other) === dirname(url);
}

/** Restores the style sheet's URL in its source map: compiled without one, it appears there as a `data:` URL. */
function withUrl(url: string, outcome: SassOutcome): SassOutcome {
  if (outcome.kind === 'failed' || outcome.compiled.sourceMap === undefined) return outcome;
  const { sourceMap } = outcome.compiled;
  const sources = sourceMap.sources.map((source) => (source.startsWith('data:') ? url : source));
  return { ...outcome, compiled: { ...outcome.compiled, sourceMap: { ...sourceMap, sources } } };
}
