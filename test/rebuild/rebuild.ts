import type { Builder } from '../../src/build/builder.ts';
import { createBuilder } from '../../src/build/create-builder.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { Log } from '../../src/util/log.ts';
import { MemoryTree } from '../../src/util/memory-tree.ts';
import type { Files } from './random-site.ts';

const SETTINGS = {
  source: '/site',
  destination: '/out',
  title: 'Wood',
  time: '2026-01-02 03:04:05 +0000',
  collections: { notes: { output: true } },
  plugins: ['jekyll-paginate', 'jekyll-include-cache', 'jekyll-feed', 'jekyll-sitemap', 'jekyll-seo-tag'],
  paginate: 2,
};

const quiet = { out: () => undefined, err: () => undefined };

/** A site in memory with a builder that builds it again and again. */
export class MemorySite {
  readonly #tree = new MemoryTree({ '/site/.keep': '' });
  #files: Files = new Map();
  #builder: Builder | undefined;
  /** How many pages were kept in all builds. */
  kept = 0;

  async build(files: Files): Promise<Map<string, string>> {
    for (const path of this.#files.keys()) if (!files.has(path)) this.#tree.remove(`/site/${path}`);
    for (const [path, content] of files) {
      if (this.#files.get(path) !== content) this.#tree.write(`/site/${path}`, content);
    }
    this.#files = files;
    this.#builder ??= await makeBuilder(this.#tree);
    const { pages, rendered } = await this.#builder.build();
    this.kept += pages - rendered.size;
    return outputs(this.#tree, '/out');
  }
}

async function makeBuilder(tree: MemoryTree): Promise<Builder> {
  const log = new Log(quiet);
  const config = loadConfig({ log, overrides: SETTINGS, folder: '/site', readFile: () => undefined });
  return createBuilder({ config, log, tree, environment: { TZ: 'UTC' } });
}

export function outputs(tree: MemoryTree, folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, kind } of tree.list(folder)) {
    const path = `${folder}/${name}`;
    if (kind === 'directory') for (const [below, content] of outputs(tree, path)) found.set(below, content);
    else found.set(path, Buffer.from(tree.read(path)).toString('utf8'));
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
