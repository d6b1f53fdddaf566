import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/options.ts';
import { SmartyPantsConverter } from '../../src/converters/smarty-pants.ts';
import { silentLog } from '../../src/util/program/log.ts';

/** Texts, and what Jekyll's SmartyPants converter makes of them. */
const path = join(import.meta.dirname, '..', 'cases', 'smarty-pants', 'jekyll.json');
const cases: [input: string, output: string][] = JSON.parse(readFileSync(path, 'utf8'));
const converter = new SmartyPantsConverter(defaultConfig('/site'), silentLog());

test.each(cases)('%j', (input, output) => {
  expect(converter.convert(input)).toBe(output);
});
