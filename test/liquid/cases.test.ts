import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createJekyllLiquid, createLiquid, readValue } from '../../scripts/conformance/liquid-entry.ts';
import { LiquidError } from '../../src/liquid/liquid-error.ts';
import type { ErrorMode } from '../../src/liquid/parse-context.ts';

/** A template and what Ruby's Liquid 4.0.4 made of it; `own` marks an error that Ruby itself raises, for which any error is accepted. */
interface Case {
  readonly template: string;
  readonly data?: Record<string, unknown>;
  readonly mode?: ErrorMode;
  readonly strict?: boolean;
  readonly print?: boolean;
  /** With Jekyll's filters. */
  readonly jekyll?: boolean;
  readonly output?: string;
  readonly error?: string;
  readonly own?: boolean;
  readonly warnings?: readonly string[];
}

const folder = join(import.meta.dirname, '..', 'cases', 'liquid');

function render(given: Case, compileAfter: number): Pick<Case, 'output' | 'error' | 'warnings'> {
  try {
    const create = given.jekyll === true ? createJekyllLiquid : createLiquid;
    const liquid = create({ errorMode: given.mode ?? 'warn', compileAfter });
    const template = liquid.parseTemplate(given.template);
    const strict = given.strict ?? false;
    const options = { strictVariables: strict, strictFilters: strict, printErrors: given.print ?? false };
    const output = template.render(
      new Map(Object.entries(given.data ?? {}).map(([key, value]) => [key, readValue(value)])),
      options,
    );
    const warnings = template.warnings.map((warning) => warning.message);
    return warnings.length > 0 ? { output, warnings } : { output };
  } catch (error) {
    if (given.own === true) return { error: given.error ?? '' };
    if (!(error instanceof LiquidError)) throw error;
    return { error: `Liquid::${error.kind}: ${error.message}` };
  }
}

for (const file of readdirSync(folder)) {
  const cases: Case[] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  describe(`Liquid: ${file}`, () => {
    test.each(cases.map((given) => [given.template, given] as const))('%s', (_, given) => {
      const { output, error, warnings } = given;
      const expected = error === undefined ? { output, ...(warnings === undefined ? {} : { warnings }) } : { error };
      expect(render(given, Number.POSITIVE_INFINITY), 'interpreted').toEqual(expected);
      expect(render(given, 0), 'compiled').toEqual(expected);
    });
  });
}
