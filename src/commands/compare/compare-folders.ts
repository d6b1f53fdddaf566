import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fnmatch } from '../../util/files/fnmatch.ts';
import { filesBelow } from '../files-below.ts';
import { type FirstDifference, firstDifference } from './first-difference.ts';

/** A file that differs between two sites. */
export interface DifferentFile {
  readonly path: string;
  /** `null` for files that are not text. */
  readonly first: FirstDifference | null;
}

/** How two folders differ. Paths are relative, with `/`, and sorted. */
export interface Comparison {
  readonly identical: readonly string[];
  readonly whiteSpace: readonly DifferentFile[];
  readonly different: readonly DifferentFile[];
  /** Files of the other site that the new build lacks. */
  readonly missing: readonly string[];
  /** Files of the new build that the other site lacks. */
  readonly extra: readonly string[];
}

/**
 * Compares a folder with an expected one, file by file.
 *
 * @param ignore patterns as for Ruby's `File.fnmatch`: `*` also matches slashes
 *
 * @example
 * compareFolders('/by-jekyll', '/by-utterson', ['*.css']).different
 */
export function compareFolders(expected: string, actual: string, ignore: readonly string[] = []): Comparison {
  const isWanted = (path: string): boolean => !ignore.some((pattern) => fnmatch(pattern, path));
  const wanted = filesBelow(expected).filter(isWanted);
  const made = new Set(filesBelow(actual).filter(isWanted));
  const inBoth = wanted.filter((path) => made.has(path));
  const pairs = inBoth.map((path) => ({ path, ...comparePair(join(expected, path), join(actual, path)) }));
  const ofKind = (kind: Pair['kind']): DifferentFile[] =>
    pairs.filter((pair) => pair.kind === kind).map(({ path, first }) => ({ path, first }));
  const known = new Set(wanted);
  return {
    identical: pairs.filter(({ kind }) => kind === 'identical').map(({ path }) => path),
    whiteSpace: ofKind('white space'),
    different: ofKind('different'),
    missing: wanted.filter((path) => !made.has(path)),
    extra: [...made].filter((path) => !known.has(path)),
  };
}

/** Whether nothing differs. */
export function isSame({ whiteSpace, different, missing, extra }: Comparison): boolean {
  return whiteSpace.length + different.length + missing.length + extra.length === 0;
}

interface Pair {
  readonly kind: 'identical' | 'white space' | 'different';
  readonly first: FirstDifference | null;
}

function comparePair(expectedPath: string, actualPath: string): Pair {
  const expected = readFileSync(expectedPath);
  const actual = readFileSync(actualPath);
  if (expected.equals(actual)) return { kind: 'identical', first: null };
  const expectedText = textOf(expected);
  const actualText = textOf(actual);
  if (expectedText === undefined || actualText === undefined) return { kind: 'different', first: null };
  return {
    kind: normalizeSpace(expectedText) === normalizeSpace(actualText) ? 'white space' : 'different',
    first: firstDifference(expectedText, actualText),
  };
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** `undefined` for bytes that are not text. */
function textOf(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Drops white space between tags and reduces any other to one space. */
function normalizeSpace(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('> <', '><').trim();
}
