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

/**
 * Like `globTree`, but a pattern that begins with a slash is one of the whole file system, as where Ruby joins paths. What such
 * a pattern finds outside the folder does not count, so nothing is read there.
 */
export function globJoined(tree: ReadTree, directory: string, pattern: string): string[] {
  if (!pattern.startsWith('/')) return globTree(tree, directory, pattern);
  const folders = directory.split('/').slice(1);
  const rests = expandBraces(pattern).flatMap((plain) => stepsBelow(plain.split('/'), folders));
  return [...new Set(rests.flatMap((steps) => match(tree, directory, { prefix: '', steps })))];
}

/** What is left of a pattern, in each way in which its beginning matches a folder. */
function stepsBelow(steps: readonly string[], folders: readonly string[]): (readonly string[])[] {
  const [step, ...rest] = steps;
  const [folder, ...inner] = folders;
  if (step === undefined) return [];
  if (folder === undefined) return [steps];
  if (step === '') return stepsBelow(rest, folders);
  const isHidden = folder.startsWith('.') && !step.startsWith('.');
  if (step !== '**' || rest.length === 0) return !isHidden && fnmatch(step, folder) ? stepsBelow(rest, inner) : [];
  return [...stepsBelow(rest, folders), ...(isHidden ? [] : stepsBelow(steps, inner))];
}

interface Search {
  readonly prefix: string;
  readonly steps: readonly string[];
}

function match(tree: ReadTree, directory: string, { prefix, steps }: Search): string[] {
  const [step, ...rest] = steps;
  if (step === undefined) return [prefix.replace(/\/$/, '')];
  if (step === '' || step === '.') return match(tree, directory, { prefix, steps: rest });
  if (step === '..') return prefix === '' ? [] : match(tree, directory, { prefix: parentOf(prefix), steps: rest });
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

/** The folder in which a folder is; both end in a slash, or are empty. */
const parentOf = (prefix: string): string => prefix.replace(/[^/]*\/$/, '');

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
