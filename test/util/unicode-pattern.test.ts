import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { narrowToAscii, UnicodePattern } from '../../src/util/unicode-pattern.ts';

const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/** The properties that patterns in the source name; `\p{Word}` is only in comments, as it is Ruby's. */
function propertiesInUse(): string[] {
  const folder = join(import.meta.dirname, '..', '..', 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const found = files.flatMap((file) => [
    ...readFileSync(join(folder, file), 'utf8').matchAll(/\\p\{((?:Script=)?[A-Z]\w*)\}/g),
  ]);
  return [...new Set(found.map(([, name = '']) => name))].filter((name) => name !== 'Word');
}

test('an ASCII text has the same characters of each property, in brackets and outside of them', () => {
  const properties = propertiesInUse();
  expect(properties).toContain('Alphabetic');
  for (const source of properties.flatMap((name) => [`\\p{${name}}`, `[\\p{${name}}]`, `[^-\\p{${name}}a-c]`])) {
    for (const flags of ['u', 'iu']) {
      const whole = new RegExp(source, flags);
      const narrow = new RegExp(narrowToAscii(source), flags);
      expect(
        ASCII.filter((character) => narrow.test(character)),
        `/${source}/${flags}`,
      ).toEqual(ASCII.filter((character) => whole.test(character)));
    }
  }
});

test('an escaped bracket opens nothing, and a property that is not known stays', () => {
  expect(narrowToAscii('\\[\\p{Nd}[\\]\\p{Nd}]\\p{Lu}')).toBe('\\[[0-9][\\]0-9][A-Z]');
  expect(narrowToAscii('\\p{Script=Thai}\\P{L}')).toBe('\\p{Script=Thai}\\P{L}');
});

test('texts beyond ASCII are searched for all characters', () => {
  const letters = new UnicodePattern(String.raw`\p{L}+`, 'g');
  expect('año 1'.match(letters.for('año 1'))).toEqual(['año']);
  expect('ano 1'.match(letters.for('ano 1'))).toEqual(['ano']);
});
