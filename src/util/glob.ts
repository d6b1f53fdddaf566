import { fnmatch } from './fnmatch.ts';
import type { ReadTree } from './tree.ts';

/**
 * The paths below a folder that match a pattern, like Ruby's Dir.glob: `*` stays within a name, `** /` (without the blank)
 * descends into folders, `{a,b}` are alternatives, and names that begin with a dot are skipped. The paths are relative to
 * the folder.
 */
export function globTree(tree: ReadTree, directory: string, pattern: string): string[] {
  const found = expandBraces(pattern).flatMap((plain) =>
    match(tree, directory, { prefix: '', steps: plain.split('/') }),
  );
  return [...new Set(found)];
}

interface Search {
  readonly prefix: string;
  readonly steps: readonly string[];
}

function match(tree: ReadTree, directory: string, { prefix, steps }: Search): string[] {
  const [step, ...rest] = steps;
  if (step === undefined) return [prefix.replace(/\/$/, '')];
  if (step === '') return match(tree, directory, { prefix, steps: rest });
  const entries = tree.list(`${directory}/${prefix}`.replace(/\/$/, ''));
  const isDeep = step === '**' && rest.length > 0;
  const found = isDeep ? match(tree, directory, { prefix, steps: rest }) : [];
  for (const { name, kind, isLink } of entries) {
    if (name.startsWith('.') && !step.startsWith('.')) continue;
    const path = `${prefix}${name}`;
    if (isDeep) {
      if (kind === 'directory' && !isLink) found.push(...match(tree, directory, { prefix: `${path}/`, steps }));
    } else if (!fnmatch(step, name)) continue;
    else if (rest.length === 0) found.push(path);
    else if (kind === 'directory') found.push(...match(tree, directory, { prefix: `${path}/`, steps: rest }));
  }
  return found;
}

/** Braces are expanded to at most this many patterns: a few dozen `{a,b}` in a row would exhaust the memory. */
const MOST_ALTERNATIVES = 1000;

function expandBraces(pattern: string): string[] {
  let patterns = [pattern];
  for (;;) {
    const expanded = patterns.flatMap(expandFirst);
    if (expanded.length === patterns.length || expanded.length > MOST_ALTERNATIVES) return patterns;
    patterns = expanded;
  }
}

function expandFirst(pattern: string): string[] {
  const braces = /\{([^{}]*)\}/.exec(pattern);
  if (braces === null) return [pattern];
  const [whole, inside = ''] = braces;
  const start = pattern.slice(0, braces.index);
  const end = pattern.slice(braces.index + whole.length);
  return inside.split(',').map((part) => start + part + end);
}
