import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { UttersonError } from '../../src/errors.ts';
import { readDocument } from '../../src/reader/document-reader.ts';
import { readPageText } from '../../src/reader/page-reader.ts';
import type { Collection } from '../../src/site/collection.ts';
import type { Site } from '../../src/site/site.ts';
import { MemoryTree } from '../../src/util/files/memory-tree.ts';
import { toText } from '../../src/util/values/inspect.ts';
import { encodeTyped, type TypedJson } from '../util/typed-json.ts';
import { readSiteOf } from './read-site.ts';

interface Failure {
  readonly class: string;
  readonly message: string;
}
type Logged = readonly (readonly [level: string, message: string])[];

interface FrontMatterCase {
  readonly id: number;
  readonly source?: string;
  readonly source_b64?: string;
  readonly data?: TypedJson;
  readonly content?: TypedJson;
  readonly page: {
    readonly raises?: Failure;
    readonly data?: TypedJson;
    readonly content?: TypedJson;
    readonly log?: Logged;
  };
  readonly document?: {
    readonly raises?: Failure;
    readonly data?: TypedJson;
    readonly url?: string;
    readonly log?: Logged;
  };
}

const path = join(import.meta.dirname, '..', 'cases', 'jekyll', 'front-matter.json');
const cases: FrontMatterCase[] = JSON.parse(readFileSync(path, 'utf8'));
const bytesOf = (each: FrontMatterCase): Uint8Array =>
  each.source_b64 === undefined ? Buffer.from(each.source ?? '') : Buffer.from(each.source_b64, 'base64');

/** A document without a date has that of its site, so URLs contain the year in which Jekyll ran. */
const YEAR_OF_THE_REFERENCE = '2026-06-15';

let site: Site;
let tree: MemoryTree;
let things: Collection;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2024, 5, 15, 18, 30, 45) });
  tree = new MemoryTree({ '/site/index.html': 'x' });
  site = await readSiteOf(tree, { time: YEAR_OF_THE_REFERENCE, collections: { things: { output: true } } });
  things = site.collections.get('things') ?? expect.unreachable();
});
beforeEach(() => {
  site.log.messages.length = 0;
});
afterAll(() => vi.useRealTimers());

/** Errors that Ruby itself raises have our own words. */
const RUBY_WORDS = /undefined method|no implicit|invalid byte|invalid value for Float|ASCII incompatible/;

function expectLog(wanted: Logged = []): void {
  const logged = site.log.messages.filter(({ level }) => level !== 'debug');
  const texts = logged.map(({ level, text }) => [level, text.trim().replace(/\s+/g, ' ')]);
  const own = wanted.map(([level, text], index) => [
    level,
    RUBY_WORDS.test(text) ? texts[index]?.[1] : text.trim().replace(/\s+/g, ' '),
  ]);
  expect(texts).toEqual(own);
}

test.each(cases)('page with front matter $id', (each) => {
  tree.write('/site/page.md', bytesOf(each));
  const read = (): ReturnType<typeof readPageText> => readPageText(site, '/site/page.md');
  if (each.page.raises !== undefined) {
    expect(read).toThrow(each.page.raises.message);
    return;
  }
  const { content, data } = read();
  expect(encodeTyped(content)).toEqual(each.page.content ?? each.content);
  expect(encodeTyped(data)).toEqual(each.page.data ?? each.data);
  expectLog(each.page.log);
});

const KEYS = ['title', 'date', 'categories', 'tags', 'slug', 'ext', 'draft', 'permalink', 'layout', 'published'];
const documents = cases.filter((each) => each.document !== undefined);

test.each(documents)('document with front matter $id', ({ document: wanted = {}, ...each }) => {
  tree.write('/site/_things/page.md', bytesOf({ ...each, document: wanted }));
  const read = (): ReturnType<typeof readDocument>['document'] =>
    readDocument(site, things, '/site/_things/page.md').document;
  if (wanted.raises !== undefined) {
    expect(read).toThrow(wanted.raises.message);
    return;
  }
  const document = read();
  const facts = KEYS.filter((key) => document.data.has(key)).map((key) => [key, document.data.get(key)] as const);
  expect(encodeTyped(new Map(facts))).toEqual(wanted.data ?? {});
  expectLog(wanted.log);
  try {
    expect(document.url).toBe(toText(wanted.url));
  } catch (error) {
    if (!(error instanceof UttersonError)) throw error;
  }
});
