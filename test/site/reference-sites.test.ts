import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { UttersonError } from '../../src/errors.ts';
import type { Document } from '../../src/site/document.ts';
import type { Site } from '../../src/site/site.ts';
import { encodeTyped, type TypedJson } from '../util/typed-json.ts';
import { readSite } from './read-site.ts';

type Config = Readonly<Record<string, TypedJson>>;

interface Item {
  readonly kind: string;
  readonly config?: Config;
  readonly file: string;
  readonly source: string;
  readonly error?: { readonly class: string; readonly message: string };
}

interface PostCase {
  readonly kind: 'post';
  readonly id: number;
  readonly timezone: string | null;
  readonly file: string;
  readonly front_matter_date: string | null;
  readonly config?: Config;
  readonly read?: boolean;
  readonly date?: TypedJson;
  readonly error?: { readonly message: string };
}

const folder = join(import.meta.dirname, '..', 'cases', 'jekyll');
const readCases = <T>(name: string): T[] => JSON.parse(readFileSync(join(folder, name), 'utf8'));

// Jekyll ran at this time.
beforeAll(() => vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2024, 5, 15, 18, 30, 45, 123) }));
afterAll(() => vi.useRealTimers());

/** A value, or the message of the error in its place. */
function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof UttersonError) return { error: true };
    throw error;
  }
}

const KINDS = new Set(['post_url', 'page_url', 'doc_url', 'static_url', 'not_read']);
const items = readCases<Item>('urls.json').filter(({ kind }) => KINDS.has(kind));
const groups = new Map<string, Item[]>();
for (const item of items) {
  const key = JSON.stringify(item.config ?? {});
  groups.set(key, [...(groups.get(key) ?? []), item]);
}

function find(site: Site, item: Item): unknown {
  const path = `/site/${item.file}`;
  if (item.kind === 'page_url') return site.pages.find((page) => site.inSource(page.relativePath) === path);
  if (item.kind === 'static_url') return site.staticFiles.find((file) => file.path === path);
  for (const { docs, files } of site.collections.values()) {
    const found = docs.find((document) => document.path === path) ?? files.find((file) => file.path === path);
    if (found !== undefined) return found;
  }
  return undefined;
}

const FACTS: Readonly<Record<string, readonly (readonly [fact: string, read: (item: never) => unknown])[]>> = {
  page_url: [
    ['url', (page: { url: string }) => page.url],
    ['destination', (page: { destination: string }) => page.destination],
    ['dir', (page: { directory: string }) => page.directory],
  ],
  static_url: [
    ['url', (file: { url: string }) => file.url],
    ['destination', (file: { destination: string }) => file.destination],
  ],
  post_url: [
    ['url', (document: Document) => document.url],
    ['destination', (document: Document) => document.destination],
    ['id', (document: Document) => document.id],
    ['slug', (document: Document) => document.data.get('slug') ?? undefined],
    ['title', (document: Document) => document.data.get('title') ?? undefined],
    ['categories', (document: Document) => document.data.get('categories')],
    ['written', (document: Document) => document.isWritten],
  ],
};

/** A draft has the date of its file, which was another day when Jekyll ran. */
const isUndatedDraft = ({ file, source }: Item): boolean => file.startsWith('_drafts/') && !source.includes('date:');
const DATED_FACTS = new Set(['url', 'destination', 'id']);

test.each([...groups])('files of a site with %s', async (config, members) => {
  const files = Object.fromEntries(members.map(({ file, source }) => [file, source]));
  const site = await readSite({ time: '2024-06-15 18:30:45 +0000', ...JSON.parse(config) }, files);
  for (const item of members) {
    const found = find(site, item);
    if (item.kind === 'not_read') {
      expect([item.file, found]).toEqual([item.file, undefined]);
      continue;
    }
    for (const [fact, read] of FACTS[item.kind === 'doc_url' ? 'post_url' : item.kind] ?? []) {
      if ((item.error !== undefined && fact !== 'url') || (isUndatedDraft(item) && DATED_FACTS.has(fact))) continue;
      const wanted = item.error === undefined ? (item[fact as keyof Item] ?? null) : { error: true };
      expect([item.file, fact, outcome(() => encodeTyped(read(found as never)))]).toEqual([item.file, fact, wanted]);
    }
  }
});

interface SiteCase {
  readonly kind: string;
  readonly id: number;
  readonly config: Config;
  readonly files?: Readonly<Record<string, string>>;
  readonly log: readonly (readonly [level: string, text: string])[];
}

const sites = readCases<SiteCase>('urls.json');

/** Our messages name the value instead of Ruby's class; the order of files in a folder depends on the disk. */
const comparable = (log: readonly (readonly [string, string])[]) =>
  log
    .map(
      ([level, text]) =>
        `${level} ${text
          .trim()
          .replace(/\s+/g, ' ')
          .replace(/(no implicit conversion of ).*( into)/, '$1…$2')}`,
    )
    .sort();

test.each(sites.filter(({ kind }) => kind === 'site_log'))('site_log $id', async ({ config, log }) => {
  const members = groups.get(JSON.stringify(config)) ?? [];
  const files = Object.fromEntries(members.map(({ file, source }) => [file, source]));
  const site = await readSite({ time: '2024-06-15 18:30:45 +0000', ...config }, files);
  const told = site.log.messages.filter(
    ({ level, text }) => (level === 'warn' || level === 'error') && !text.includes('Configuration file: none'),
  );
  expect(comparable(told.map(({ level, text }) => [level, text]))).toEqual(comparable(log));
});

test.each(sites.filter(({ kind }) => kind === 'site_error'))('site_error $id', async ({ config, files = {} }) => {
  const reading = async () => readSite({ time: '2024-06-15 18:30:45 +0000', ...config }, files);
  await expect(reading()).rejects.toThrow(UttersonError);
});

const posts = readCases<PostCase>('dates.json').filter(({ kind }) => kind === 'post');

test.each(posts)('post $id: $file with date $front_matter_date in $timezone', async (each) => {
  const date = each.front_matter_date === null ? '' : `date: ${each.front_matter_date}\n`;
  const config = {
    future: true,
    time: '2024-06-15 18:30:45 +0000',
    timezone: each.timezone,
    permalink: '/:year/:month/:day/:hour:minute:second/:title:output_ext',
    ...each.config,
  };
  const reading = readSite(config, { [each.file]: `---\n${date}---\nx\n` });
  if (each.error !== undefined) {
    await expect(reading).rejects.toThrow(each.error.message);
    return;
  }
  const [post] = (await reading).posts.docs;
  if (each.read !== true) {
    expect(post).toBeUndefined();
    return;
  }
  const facts = {
    url: post?.url,
    destination: post?.destination,
    date: encodeTyped(post?.date),
    date_s: post?.date.toString(),
  };
  expect(each).toMatchObject(facts);
});
