import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SassJob, SassOutcome } from './compile-sass.ts';

/**
 * Compiles a style sheet, `css/main.scss` that imports `main` too: it means the one in `_sass`. Sass looks beside the style sheet first and finds
 * the page itself, front matter and all, where no converter 3 of Jekyll gets further; in Jekyll 3 and with the converter 2 such sites were
 * built. So where a style sheet fails that imports its own name, its folder is looked at last.
 */
export function compileWithPartialOfItsName(job: SassJob, compile: (job: SassJob) => SassOutcome): SassOutcome {
  const outcome = compile(job);
  const { url, ...elsewhere } = job;
  if (url === undefined || outcome.kind === 'compiled' || !importsItself(job.content, url)) return outcome;
  return placedAt(url, compile({ ...elsewhere, loadPaths: [...job.loadPaths, dirname(fileURLToPath(url))] }));
}

const LOADING = /^[ \t]*@(?:import|use|forward)\b(.*)/gm;
const EXTENSION = /\.s[ac]ss$/i;

function importsItself(content: string, url: string): boolean {
  const name = basename(fileURLToPath(url)).replace(EXTENSION, '');
  const words = [...content.matchAll(LOADING)].flatMap(([, rest = '']) => rest.split(/["',;\s]+/));
  return words.some((word) => word.replace(EXTENSION, '') === name);
}

/** Without a URL of its own a style sheet stands in its map as a URL that holds its text. */
function placedAt(url: string, outcome: SassOutcome): SassOutcome {
  if (outcome.kind === 'failed' || outcome.compiled.sourceMap === undefined) return outcome;
  const { sourceMap } = outcome.compiled;
  const sources = sourceMap.sources.map((source) => (source.startsWith('data:') ? url : source));
  return { ...outcome, compiled: { ...outcome.compiled, sourceMap: { ...sourceMap, sources } } };
}
