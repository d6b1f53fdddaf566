import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SassJob, SassOutcome } from './compile-sass.ts';

/**
 * Compiles a style sheet, even one like `css/main.scss` that imports `main` and means the one in `_sass`. Sass looks
 * next to the style sheet first, finds the page itself, front matter and all, and fails. So does jekyll-sass-converter
 * 3, but Jekyll 3 and version 2 of the converter built such sites. So if a style sheet that imports its own name fails,
 * it is compiled again with its folder searched last.
 */
export function compileWithPartialOfItsName(job: SassJob, compile: (job: SassJob) => SassOutcome): SassOutcome {
  const outcome = compile(job);
  const { url, ...elsewhere } = job;
  if (url === undefined || outcome.kind === 'compiled' || !importsItself(job.content, url)) return outcome;
  return withUrl(url, compile({ ...elsewhere, loadPaths: [...job.loadPaths, dirname(fileURLToPath(url))] }));
}

const LOADING = /^[ \t]*@(?:import|use|forward)\b(.*)/gm;
const EXTENSION = /\.s[ac]ss$/i;

function importsItself(content: string, url: string): boolean {
  const name = basename(fileURLToPath(url)).replace(EXTENSION, '');
  const words = [...content.matchAll(LOADING)].flatMap(([, rest = '']) => rest.split(/["',;\s]+/));
  return words.some((word) => word.replace(EXTENSION, '') === name);
}

/** Restores the style sheet's URL in its source map: compiled without one, it appears there as a `data:` URL. */
function withUrl(url: string, outcome: SassOutcome): SassOutcome {
  if (outcome.kind === 'failed' || outcome.compiled.sourceMap === undefined) return outcome;
  const { sourceMap } = outcome.compiled;
  const sources = sourceMap.sources.map((source) => (source.startsWith('data:') ? url : source));
  return { ...outcome, compiled: { ...outcome.compiled, sourceMap: { ...sourceMap, sources } } };
}
