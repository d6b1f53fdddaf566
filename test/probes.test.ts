import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  differences,
  type Files,
  type Probe,
  parseProbe,
  tryProbe,
  unsaid,
} from '../scripts/conformance/probe-entry.ts';

const root = join(import.meta.dirname, 'probes');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
const probes = files.sort().map((file) => ({ file, probe: parseProbe(readFileSync(join(root, file), 'utf8')) }));

const isWindows = process.platform === 'win32';
const foldsCase = existsSync(import.meta.filename.toUpperCase());

/** Whether this system can hold all names of a probe: Windows has no colons in names, and like macOS takes `B` for `b`. */
function canHold({ files: given, expected }: Probe): boolean {
  const names = (held: Files | undefined): string[] => [...(held?.keys() ?? [])];
  const all = [...names(given), ...names(expected?.left)];
  if (isWindows && all.some((name) => /[:*?"<>|\\]|[ .](?:\/|$)/.test(name))) return false;
  return !foldsCase || new Set(all.map((name) => name.toLowerCase())).size === new Set(all).size;
}

describe('probes', () => {
  for (const { file, probe } of probes) {
    test.skipIf(!canHold(probe))(file, async () => {
      if (probe.expected === undefined) throw new Error(`${file} has no record of what Jekyll left`);
      const trial = await tryProbe(probe);
      expect([...differences(trial, probe.expected), ...unsaid(probe, trial.said)], trial.said).toEqual([]);
    });
  }
});
