import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Builder } from '../../src/build/builder.ts';
import { createBuilder } from '../../src/build/create-builder.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { MemoryTree } from '../../src/util/files/memory-tree.ts';
import { Log } from '../../src/util/program/log.ts';
import { textsIn } from '../build/memory-site.ts';
import { filesIn } from '../files-in.ts';
import { Chance } from './random-site.ts';

const EDITS = Number(process.env['UTTERSON_PLUGIN_EDITS'] ?? 4);
const SITES = join(import.meta.dirname, '..', 'sites');
const topics = readdirSync(SITES).filter((name) => /^(?:plugin|ruby-)/.test(name));
const FILE_TIME = /<lastmod>[^<]*/g;
const quiet = { out: () => undefined, err: () => undefined };

type Files = ReadonlyMap<string, string>;

/** A topic's source in memory, only text files. */
function readSource(topic: string): Files {
  return new Map(Object.entries(filesIn(join(SITES, topic, 'source'))));
}

/** The command makes a new builder if one of these changes. */
const SETUP = /^(?:_config\.yml|Gemfile(?:\.lock)?|_plugins\/.*)$/;

/** Changes, removes, adds or restores a file; the configuration stays. */
function edit(chance: Chance, files: Files, original: Files): Files {
  const path = chance.pick([...original.keys()].filter((name) => !SETUP.test(name)));
  const edited = new Map(files);
  const text = files.get(path) ?? original.get(path) ?? '';
  const kind = chance.pick(['text', 'title', 'tags', 'remove', 'restore', 'copy']);
  if (kind === 'text') edited.set(path, `${text}\nmore`);
  else if (kind === 'title') edited.set(path, text.replace(/^---\n/, '---\ntitle: Another\n'));
  else if (kind === 'tags') edited.set(path, text.replace(/^---\n/, '---\ntags: [one, two]\n'));
  else if (kind === 'remove') edited.delete(path);
  else if (kind === 'restore') edited.set(path, original.get(path) ?? '');
  else edited.set(path.replace(/(\.\w+)?$/, '-copy$1'), text);
  return edited;
}

class TopicSite {
  readonly #tree = new MemoryTree({ '/site/.keep': '' });
  readonly #overrides: Record<string, unknown>;
  #files: Files = new Map();
  #builder: Builder | undefined;

  constructor(config: string, environment: Record<string, string>) {
    this.#overrides = { config, environment };
  }

  async build(files: Files): Promise<Map<string, string> | string> {
    for (const path of this.#files.keys()) if (!files.has(path)) this.#tree.remove(`/site/${path}`);
    for (const [path, text] of files) if (this.#files.get(path) !== text) this.#tree.write(`/site/${path}`, text);
    this.#files = files;
    try {
      this.#builder ??= await this.#makeBuilder();
      await this.#builder.build();
      // The two trees that are compared were not written at the same time.
      return new Map(
        [...textsIn(this.#tree, '/out')].map(([path, text]) => [path, text.replace(FILE_TIME, '<lastmod>')]),
      );
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  #makeBuilder(): Promise<Builder> {
    const log = new Log(quiet);
    const overrides = { source: '/site', destination: '/out', time: '2026-01-02 03:04:05 +0000' };
    const readFile = (path: string) => (path === '/site/_config.yml' ? this.#tree.read(path) : undefined);
    const config = loadConfig({ log, overrides, folder: '/site', readFile });
    const environment = { TZ: 'UTC', ...(this.#overrides['environment'] as Record<string, string>) };
    return createBuilder({ config, log, tree: this.#tree, environment, folder: '/site' });
  }
}

/** A seed of the topic's own, so that a new topic does not change the edits of all that follow it. */
const seedOf = (topic: string): number => Buffer.from(topic).reduce((sum, byte) => (31 * sum + byte) % 2 ** 31, 0);

test.each(topics)('%s: after any edits an incremental build has the output of a clean build', async (topic) => {
  const { environment } = JSON.parse(readFileSync(join(SITES, topic, 'site.json'), 'utf8'));
  const original = readSource(topic);
  const config = original.get('_config.yml') ?? '';
  const chance = new Chance(seedOf(topic));
  const site = new TopicSite(config, environment);
  let files = original;
  await site.build(files);
  // For each clean build of a site with Ruby files an interpreter is started.
  const edits = topic.startsWith('ruby-') ? EDITS / 2 : EDITS;
  for (let count = 1; count <= edits; count++) {
    files = edit(chance, files, original);
    expect(await site.build(files), `edit ${count}`).toEqual(await new TopicSite(config, environment).build(files));
  }
});
