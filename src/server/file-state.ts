import { statSync } from 'node:fs';
import type { Change } from './change-queue.ts';
import { ifPossible } from './if-possible.ts';

/** Milliseconds after which a file that is empty is meant to be so. */
const EMPTY_TIME = 80;

/**
 * Identifies the state of a file without reading it, different after every write; of a folder, different after every change of its names:
 * chokidar may miss a file that comes just after its folder.
 */
export function stateOf(path: string): string {
  const stats = ifPossible(() => statSync(path, { bigint: true }));
  if (stats === undefined) return '';
  return stats.isDirectory() ? `${stats.ino} ${stats.mtimeNs}` : `${stats.ino} ${stats.size} ${stats.mtimeNs}`;
}

/** Whether a file is probably about to be written: many programs empty it first. */
export function isHalfWritten({ kind, path }: Change): boolean {
  if (kind === 'removed') return false;
  const stats = ifPossible(() => statSync(path));
  return stats?.isFile() === true && stats.size === 0 && Date.now() - stats.mtimeMs < EMPTY_TIME;
}
