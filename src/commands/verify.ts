import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBuilder } from '../build/create-builder.ts';
import { silentLog } from '../util/log.ts';
import type { Invocation } from './command.ts';
import { loadSettings } from './settings.ts';

/**
 * Builds a site from scratch into a folder of its own and compares it with a destination.
 *
 * @returns the paths that differ, are missing or too many, in the order of their names
 */
export async function verifyBuild(invocation: Invocation, destination: string): Promise<readonly string[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'utterson-verify-')));
  try {
    const log = silentLog();
    const config = new Map(loadSettings(invocation, log)).set('destination', folder);
    const { environment } = invocation.terminal;
    await (await createBuilder({ config, log, environment, isIncremental: false })).build();
    return differences(folder, destination);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function differences(expected: string, actual: string): readonly string[] {
  const paths = new Set([...filesBelow(expected), ...filesBelow(actual)]);
  return [...paths].sort().filter((path) => !isSame(join(expected, path), join(actual, path)));
}

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

function isSame(one: string, other: string): boolean {
  try {
    return readFileSync(one).equals(readFileSync(other));
  } catch {
    return false;
  }
}
