import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasFrontMatterHeader, readFrontMatter, splitFrontMatter } from '../../src/util/front-matter.ts';
import { parseYaml } from '../../src/util/yaml/yaml.ts';
import { outcomeOf, type TypedJson } from './typed-json.ts';

interface FrontMatterCase {
  readonly id: number;
  readonly source?: string;
  readonly has_yaml_header: boolean | { readonly error: string };
  readonly matched: boolean | null;
  readonly yaml?: string;
  readonly content?: string;
  readonly data?: TypedJson;
  readonly error?: { readonly message: string };
}

const path = join(import.meta.dirname, '..', 'cases', 'jekyll', 'front-matter.json');
const cases: FrontMatterCase[] = JSON.parse(readFileSync(path, 'utf8'));
const texts = cases.filter((each): each is FrontMatterCase & { source: string } => each.source !== undefined);

/** Jekyll searches for front matter in the file's bytes, and reads it without a byte order mark. */
const readSource = (source: string): string => source.replace(/^\ufeff/, '');

function expected(each: FrontMatterCase): TypedJson {
  if (each.error !== undefined) return { error: each.error.message.replace('(<unknown>): ', '') };
  return each.data ?? null;
}

test.each(texts)('front matter $id begins and ends where Jekyll says', (each) => {
  const text = readSource(each.source);
  const parts = splitFrontMatter(text);
  expect(hasFrontMatterHeader(each.source)).toBe(each.has_yaml_header);
  expect(parts !== undefined).toBe(each.matched);
  expect(parts?.yaml).toBe(each.yaml);
  expect(parts?.content ?? text).toBe(each.content);
});

test.each(texts.filter((each) => each.yaml !== undefined))(
  'the YAML of front matter $id has the same values',
  (each) => {
    expect(outcomeOf(() => parseYaml(each.yaml ?? ''))).toEqual(expected(each));
    const wanted = expected(each);
    const read = outcomeOf(() => readFrontMatter(readSource(each.source))?.data);
    expect(read === false ? null : read).toEqual(wanted === false ? null : wanted);
  },
);

test('an error knows its place in the text', () => {
  expect(() => parseYaml('a: 1\nb: [x\nc: 2')).toThrow(
    expect.objectContaining({ code: 'InvalidYaml', location: expect.objectContaining({ line: 3, column: 2 }) }),
  );
});

test('hostile texts end quickly', () => {
  expect(() => parseYaml('['.repeat(100_000))).toThrow('nesting of 1000 while parsing a node at line 1 column 1001');
  expect(() => parseYaml('{a: '.repeat(100_000))).toThrow('nesting');
  expect(() => parseYaml(`${'- '.repeat(100_000)}x`)).toThrow('nesting');
  expect(parseYaml(`a: ${'x '.repeat(500_000)}`)).toBeInstanceOf(Map);
  expect(parseYaml(`a: "${'x \n '.repeat(200_000)}"`)).toBeInstanceOf(Map);
  expect(parseYaml('__proto__: 1\nconstructor: 2')).toEqual(
    new Map([
      ['__proto__', 1],
      ['constructor', 2],
    ]),
  );
});
