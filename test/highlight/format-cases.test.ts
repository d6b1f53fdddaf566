import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatCode } from '../../src/highlight/code-formatter.ts';

/** CASE.json: language, options and code. CASE.html: what Rouge writes (`ruby scripts/highlight-format-expect.rb`), empty if it writes nothing. */
const cases = join(import.meta.dirname, '..', 'cases', 'highlight-format');

interface Case {
  readonly language: string | null;
  readonly options: Readonly<Record<string, unknown>>;
  readonly code: string;
}

for (const file of readdirSync(cases).filter((name) => name.endsWith('.json'))) {
  test(file, () => {
    const { language, options, code } = JSON.parse(readFileSync(join(cases, file), 'utf8')) as Case;
    const expected = readFileSync(join(cases, file.replace(/json$/, 'html')), 'utf8');
    expect(formatCode(code, language ?? undefined, new Map(Object.entries(options))) ?? '').toBe(expected);
  });
}
