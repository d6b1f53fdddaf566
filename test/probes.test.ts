import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { differences, parseProbe, tryProbe, unsaid } from '../scripts/conformance/probe-entry.ts';

const root = join(import.meta.dirname, 'probes');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));

describe('probes', () => {
  test.each(files.sort())('%s', async (file) => {
    const probe = parseProbe(readFileSync(join(root, file), 'utf8'));
    if (probe.expected === undefined) throw new Error(`${file} has no record of what Jekyll left`);
    const trial = await tryProbe(probe);
    expect([...differences(trial, probe.expected), ...unsaid(probe, trial.said)], trial.said).toEqual([]);
  });
});
