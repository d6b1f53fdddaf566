import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Context } from '../../src/liquid/context.ts';
import { Liquid } from '../../src/liquid/liquid.ts';
import type { EncodedText } from '../../src/liquid/template.ts';
import { defineJekyllFilters } from '../../src/renderer/filters/jekyll-filters.ts';
import { slugifyFilter } from '../../src/renderer/filters/text-filters.ts';
import { silentLog } from '../../src/util/program/log.ts';
import { utcTime } from '../../src/util/time/time.ts';
import { TimeZone } from '../../src/util/time/time-zone.ts';
import { decodeTyped, encodeTyped, type TypedJson } from '../util/typed-json.ts';

interface FilterCase {
  readonly id: number;
  readonly kind: string;
  readonly filter: string;
  readonly input: TypedJson;
  readonly timezone?: string | null;
  readonly config?: Readonly<Record<string, TypedJson>>;
  readonly result?: TypedJson;
  readonly error?: { readonly class: string; readonly message: string };
}

const folder = join(import.meta.dirname, '..', 'cases', 'jekyll');
const read = (name: string): FilterCase[] => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const cases = [...read('dates.json'), ...read('urls.json')].filter(({ kind }) => kind === 'filter');
const converters = (name: string, { text }: EncodedText): string => `${name}(${text})`;
const liquids = new Map<string, Liquid>();

function liquidFor({ timezone, config }: FilterCase): Liquid {
  const key = JSON.stringify([timezone, config]);
  const known = liquids.get(key);
  if (known !== undefined) return known;
  const clock = { zone: TimeZone.named(timezone ?? 'UTC'), now: () => utcTime(1_718_476_245, 123_456_000) };
  const liquid = new Liquid({ clock, strictFilters: true });
  const values = new Map(Object.entries(config ?? {}).map(([name, value]) => [name, decodeTyped(value)]));
  defineJekyllFilters(liquid, { config: values, log: silentLog(), convert: converters, unicodeForm: 'NFKC' });
  liquids.set(key, liquid);
  return liquid;
}

function render(each: FilterCase): string {
  const template = liquidFor(each).parseTemplate(`{{ x | ${each.filter} }}`);
  return template.render(new Map([['x', decodeTyped(each.input)]]));
}

test.each(cases)('$kind $id: $input | $filter', (each) => {
  if (each.error === undefined) {
    expect(encodeTyped(render(each))).toEqual(each.result);
    return;
  }
  // Ruby's filters were called without a template, and so without a line.
  expect(() => render(each)).toThrow(each.error.message.replace('Liquid error: ', ''));
});

interface SlugCase {
  readonly id: number;
  readonly kind: string;
  readonly input?: TypedJson;
  readonly mode: string | null;
  readonly result?: TypedJson;
  readonly error?: { readonly message: string };
}

const isSymbol = (json: TypedJson | undefined): boolean => JSON.stringify(json ?? null).startsWith('{"__sym"');
/** Values that are not texts reach `slugify` only through the filter. Ruby's Symbols are in no data that Jekyll reads. */
const slugs = (JSON.parse(readFileSync(join(folder, 'urls.json'), 'utf8')) as SlugCase[]).filter(
  ({ kind, input }) => kind === 'slugify' && typeof input !== 'string' && !isSymbol(input),
);

test.each(slugs)('$kind $id: the filter, of $input', ({ input = null, mode, result, error }) => {
  const slugOf = slugifyFilter(silentLog());
  const run = (): unknown => slugOf(decodeTyped(input), mode === null ? [] : [mode], {} as Context);
  if (error === undefined) expect(run() ?? null).toBe(result);
  else expect(run).toThrow(error.message);
});

const posts = new Map<string, unknown>([
  [
    'posts',
    [
      new Map<string, unknown>([
        ['title', 'b'],
        ['n', 2],
        ['tags', ['x', 'y']],
        ['meta', new Map([['k', '1']])],
      ]),
      new Map<string, unknown>([
        ['title', 'a'],
        ['n', 10],
        ['tags', []],
        ['meta', new Map([['k', '2']])],
      ]),
      new Map<string, unknown>([
        ['title', 'c'],
        ['tags', null],
        ['meta', new Map([['k', '1']])],
      ]),
    ],
  ],
]);

const TEMPLATES: readonly (readonly [template: string, output: string])[] = [
  ['{{ posts | where: "n", 2 | map: "title" | join }}', 'b'],
  ['{{ posts | where: "tags", "y" | map: "title" | join }}', 'b'],
  ['{{ posts | where: "tags", empty | map: "title" | join }}', 'a c'],
  ['{{ posts | where: "n", nil | map: "title" | join }}', 'c'],
  ['{{ posts | where: "meta.k", 1 | map: "title" | join }}', 'b c'],
  ['{{ posts | where_exp: "p", "p.n > 1 and p.tags contains \'x\'" | map: "title" | join }}', 'b'],
  ['{{ posts | where_exp: "p", "p.n == nil or p.n > 5" | map: "title" | join }}', 'a c'],
  ['{% assign f = posts | find: "title", "a" %}{{ f.n }}', '10'],
  ['{% assign f = posts | find_exp: "p", "p.n == 2" %}{{ f.title }}', 'b'],
  ['{% assign f = posts | find: "title", "z" %}[{{ f }}]', '[]'],
  ['{% assign g = posts | group_by: "meta.k" %}{% for x in g %}{{ x.name }}{{ x.size }};{% endfor %}', '12;21;'],
  ['{% assign g = posts | group_by_exp: "p", "p.title | upcase" %}{{ g | map: "name" | join }}', 'B A C'],
  ['{{ posts | sort: "n" | map: "title" | join }}', 'c b a'],
  ['{{ posts | sort: "n", "last" | map: "title" | join }}', 'b a c'],
  ['{{ posts | sort: "title" | map: "title" | join }}', 'a b c'],
  ['{{ posts | map: "title" | push: "z" | join }}|{{ posts | map: "title" | unshift: "z" | join }}', 'b a c z|z b a c'],
  ['{{ posts | map: "title" | pop | join }}|{{ posts | map: "title" | shift: 2 | join }}', 'b a|c'],
  ['{{ posts | map: "title" | array_to_sentence_string }}', 'b, a, and c'],
  ['{{ posts | map: "title" | array_to_sentence_string: "or" }}', 'b, a, or c'],
  ['{{ posts | map: "title" | pop | array_to_sentence_string: "or" }}', 'b or a'],
  ['{{ posts.first | jsonify }}', '{"title":"b","n":2,"tags":["x","y"],"meta":{"k":"1"}}'],
  ['{{ 1.0 | jsonify }}{{ nil | jsonify }}{{ "</\u2028\\"" | jsonify }}', '1.0null"</\u2028\\\\"'],
  ['{{ posts.first.tags | inspect }}', '[&quot;x&quot;, &quot;y&quot;]'],
  ['{{ "one  two 日本語" | number_of_words }} {{ "one 日本語" | number_of_words: "cjk" }}', '3 4'],
  ['{{ "one 日本語" | number_of_words: "auto" }} {{ "one two" | number_of_words: "auto" }}', '4 2'],
  ['{{ " a \n b " | normalize_whitespace }}', 'a b'],
  ['{{ "3.9" | to_integer }} {{ true | to_integer }} {{ 3.9 | to_integer }} {{ nil | to_integer }}', '3 1 3 0'],
  ['{{ "a" | sample }} {{ posts | map: "title" | sample: 5 | size }}', 'a 3'],
  [
    '{{ "x" | markdownify }} {{ "x" | smartify }} {{ "x" | sassify }} {{ "x" | scssify }}',
    'Markdown(x) SmartyPants(x) Sass(x) Scss(x)',
  ],
];

test.each(TEMPLATES)('%s', (template, output) => {
  const liquid = new Liquid({ strictFilters: true });
  defineJekyllFilters(liquid, { config: new Map(), log: silentLog(), convert: converters, unicodeForm: 'NFKC' });
  expect(liquid.parseTemplate(template).render(posts)).toBe(output);
});

const FAILURES: readonly (readonly [template: string, message: string])[] = [
  ['{{ nil | sort }}', 'Cannot sort a null object.'],
  [
    '{{ posts | sort: "n", "middle" }}',
    "Invalid nils order: 'middle' is not a valid nils order. It must be 'first' or 'last'.",
  ],
  ['{{ posts | where: "a" }}', 'wrong number of arguments (given 2, expected 3)'],
  ['{{ posts | sort: "title", nothing }}', "'' is not a valid nils order"],
  ['{{ posts | where_exp: "p", "p.n >" }}', 'is not a valid expression'],
  ['{{ "" | split: "" | where_exp: "p", nil }}', 'no implicit conversion of nil into String'],
  ['{{ posts | find_exp: "p", 5 }}', 'no implicit conversion of Integer into String'],
  ['{{ "" | split: "" | group_by_exp: "p", nothing }}', 'no implicit conversion of nil into String'],
  ['{{ "not a date" | date_to_string }}', 'Invalid Date: \'"not a date"\' is not a valid datetime.'],
];

test.each(FAILURES)('%s fails', (template, message) => {
  const liquid = new Liquid({ strictFilters: true });
  defineJekyllFilters(liquid, { config: new Map(), log: silentLog(), convert: converters, unicodeForm: 'NFKC' });
  expect(() => liquid.parseTemplate(template).render(posts)).toThrow(message);
});

test('an empty slug leads to a warning', () => {
  const log = silentLog();
  const liquid = new Liquid();
  defineJekyllFilters(liquid, { config: new Map(), log, convert: converters, unicodeForm: 'NFKC' });
  expect(liquid.parseTemplate('{{ "!!" | slugify }}').render({})).toBe('');
  expect(log.messages.map(({ text }) => text.trim())).toEqual(["Warning: Empty `slug` generated for '!!'."]);
});
