import {
  asHash,
  definePlugin,
  dig,
  inspect,
  isNil,
  isTruthy,
  type Layout,
  Page,
  type Plugin,
  type ReadonlyHash,
  SITE,
  type Site,
  toText,
  UttersonError,
} from '../../plugin/plugin.ts';
import { readRubyExpression } from '../shared/ruby-expression.ts';
import { ALL_FEATURES, type Features } from './features.ts';
import { fileName } from './file-name.ts';

/** The page of a record. As in the gem, front matter defaults show in templates, but give it neither a layout nor a permalink. */
class RecordPage extends Page {
  override value(key: string): unknown {
    return this.data.get(key);
  }
}

/** One entry of `page_gen`. */
class DataSet {
  readonly #site: Site;
  readonly #settings: ReadonlyHash;
  readonly #features: Features;
  readonly #hasFolders: boolean;

  constructor(site: Site, given: ReadonlyHash, features: Features) {
    const settings = knownSettings(given, features);
    this.#site = site;
    this.#settings = settings;
    this.#features = features;
    const own = settings.get('index_files');
    this.#hasFolders = isNil(own) ? site.config.get('page_gen-dirs') === true : isTruthy(own);
  }

  get #data(): string {
    const data = this.#settings.get('data');
    if (typeof data === 'string') return data;
    throw invalid(`data is ${inspect(data ?? null)}`, 'It names a file of the folder _data: data: books');
  }

  #text(name: string): string {
    const value = this.#settings.get(name);
    return isTruthy(value) ? toText(value) : this.#data;
  }

  addPages(): void {
    const template = this.#text('template');
    const layout = this.#site.layouts.get(template);
    if (layout === undefined) {
      const what = `could not find template ${template}. Skipping dataset ${toText(this.#settings.get('name'))}.`;
      this.#site.log.error('Data pages:', what);
      return;
    }
    for (const record of this.#records()) this.#site.pages.push(this.#page(record, layout));
  }

  #records(): readonly unknown[] {
    const found = dig(this.#site.siteData, ...this.#data.split('.'));
    const all = found instanceof Map && this.#features.has('hashes') ? [...found.values()] : found;
    if (!Array.isArray(all)) {
      throw invalid(
        `there are no records in the data ${this.#data}`,
        `Add _data/${this.#data.replaceAll('.', '/')}.yml.`,
      );
    }
    const filter = this.#settings.get('filter');
    const condition = this.#expression('filter_condition');
    return all
      .filter((record) => !isTruthy(filter) || isTruthy(dig(record, toText(filter))))
      .filter((record) => condition === undefined || isTruthy(condition(record)));
  }

  /** What a setting that is Ruby computes from a record. */
  #expression(name: string): ((record: unknown) => unknown) | undefined {
    const source = this.#settings.get(name);
    if (!isTruthy(source)) return undefined;
    const expression = readRubyExpression(toText(source), {
      where: `page_gen, ${name}`,
      examples: `record['first'] + "_" + record['last'] and record['year'] == 2024 && !record['draft']`,
      names: ['record'],
    });
    return (record) => expression(() => record);
  }

  /** The value that a setting names, or that its expression has. */
  #value(record: unknown, name: string): unknown {
    const expression = this.#expression(`${name}_expr`);
    const key = this.#settings.get(name);
    return expression === undefined ? dig(record, toText(key)) : expression(record);
  }

  #page(record: unknown, layout: Layout): Page {
    const given = this.#value(record, 'name');
    if (isNil(given)) {
      const named = this.#settings.get('name_expr') ?? `the field ${toText(this.#settings.get('name'))}`;
      throw invalid(`${toText(named)} is empty in the record ${inspect(record)}`, 'Each record needs a name.');
    }
    const name = fileName(given, this.#features);
    const folder = this.#text('dir') + (this.#hasFolders ? `/${name}` : '');
    const own = this.#ownTemplate(layout);
    const data = new Map(own?.data);
    data.set('title', this.#value(record, 'title') ?? given);
    this.#addRecord(data, record);
    return new RecordPage(this.#site, {
      directory: `/${folder}`.replace(/^\/+/, '/'),
      name: `${this.#hasFolders ? 'index' : name}${this.#extension}`,
      content: own?.content ?? null,
      data,
    });
  }

  get #extension(): string {
    const given = this.#settings.get('extension');
    if (isTruthy(given)) return `.${toText(given)}`;
    return this.#features.has('no-extension') && this.#settings.has('extension') ? '' : '.html';
  }

  /** The layout that a page is made of, if this version finds it. */
  #ownTemplate(layout: Layout): Layout | undefined {
    const path = this.#site.inSource(`_layouts/${this.#text('template')}.html`);
    if (this.#features.has('any-layout') || layout.path === path) return layout;
    this.#site.log.warn('Data pages:', `Error reading file ${path}: there is no such file.`);
    return undefined;
  }

  #addRecord(data: Map<unknown, unknown>, record: unknown): void {
    const prefix = this.#settings.get('page_data_prefix');
    if (isTruthy(prefix)) {
      data.set(toText(prefix), record);
      return;
    }
    if (!(record instanceof Map)) throw invalid(`the record ${inspect(record)} has no fields`, 'Set page_data_prefix.');
    // The gem changes the site's data too.
    if (this.#features.has('_name') && record.has('name')) record.set('_name', record.get('name'));
    for (const [key, value] of record) data.set(key, value);
  }
}

function invalid(what: string, hint: string): UttersonError {
  return new UttersonError('InvalidConfiguration', `page_gen: ${what}.`, { hint });
}

/** Settings that a version does not know yet have no effect in it. */
function knownSettings(settings: ReadonlyHash, features: Features): ReadonlyHash {
  const known: ReadonlySet<unknown> = features;
  const all: ReadonlySet<unknown> = ALL_FEATURES;
  return new Map([...settings].filter(([key]) => known.has(key) || !all.has(key)));
}

function addPages(site: Site, features: Features): void {
  const sets = site.config.get('page_gen');
  if (!isTruthy(sets)) return;
  if (!Array.isArray(sets))
    throw invalid(`is ${inspect(sets)}`, 'It is a list: page_gen: [{ data: books, name: title }]');
  for (const settings of sets) new DataSet(site, asHash(settings), features).addPages();
}

function linkEnd(site: Site, features: Features): string {
  if (!isTruthy(site.config.get('page_gen-dirs'))) return '.html';
  return features.has('short-links') ? '/' : '/index.html';
}

/**
 * The plugin as it was at some time.
 *
 * @param name of the gem or the file
 */
export function dataPages(name: string, features: Features): Plugin {
  return definePlugin({
    name,
    isSafe: true,
    readsAreRecorded: true,
    generators: [{ name: 'datapage', generate: (site) => addPages(site, features) }],
    filters: {
      datapage_url: {
        required: 1,
        apply: (input, [directory], context) =>
          `${toText(directory)}/${fileName(input, features)}${linkEnd(context.register(SITE), features)}`,
      },
    },
  });
}

/** jekyll-datapage-generator: a page for each record of a data file, and `datapage_url` for its address. */
export default dataPages('jekyll-datapage-generator', ALL_FEATURES);
