import {
  definePlugin,
  dig,
  inspect,
  isNil,
  isTruthy,
  type Layout,
  Page,
  type ReadonlyHash,
  SITE,
  type Site,
  toText,
  UttersonError,
} from '../../plugin/plugin.ts';
import { fileName } from './file-name.ts';
import { readExpression } from './record-expression.ts';

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
  readonly #hasFolders: boolean;

  constructor(site: Site, settings: ReadonlyHash) {
    this.#site = site;
    this.#settings = settings;
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
    const all = found instanceof Map ? [...found.values()] : found;
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

  #expression(name: string): ReturnType<typeof readExpression> | undefined {
    const source = this.#settings.get(name);
    return isTruthy(source) ? readExpression(toText(source), name) : undefined;
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
    const name = fileName(given);
    const folder = this.#text('dir') + (this.#hasFolders ? `/${name}` : '');
    const extension = this.#settings.has('extension') ? this.#settings.get('extension') : 'html';
    const end = isTruthy(extension) ? `.${toText(extension)}` : '';
    const data = new Map(layout.data);
    data.set('title', this.#value(record, 'title') ?? given);
    this.#addRecord(data, record);
    return new RecordPage(this.#site, {
      directory: `/${folder}`.replace(/^\/+/, '/'),
      name: `${this.#hasFolders ? 'index' : name}${end}`,
      content: layout.content,
      data,
    });
  }

  #addRecord(data: Map<unknown, unknown>, record: unknown): void {
    const prefix = this.#settings.get('page_data_prefix');
    if (isTruthy(prefix)) {
      data.set(toText(prefix), record);
      return;
    }
    if (!(record instanceof Map)) throw invalid(`the record ${inspect(record)} has no fields`, 'Set page_data_prefix.');
    // The gem changes the site's data too.
    if (record.has('name')) record.set('_name', record.get('name'));
    for (const [key, value] of record) data.set(key, value);
  }
}

function invalid(what: string, hint: string): UttersonError {
  return new UttersonError('InvalidConfiguration', `page_gen: ${what}.`, { hint });
}

function addPages(site: Site): void {
  const sets = site.config.get('page_gen');
  if (!isTruthy(sets)) return;
  if (!Array.isArray(sets))
    throw invalid(`is ${inspect(sets)}`, 'It is a list: page_gen: [{ data: books, name: title }]');
  for (const settings of sets) new DataSet(site, settings instanceof Map ? settings : new Map()).addPages();
}

/** jekyll-datapage-generator: a page for each record of a data file, and `datapage_url` for its address. */
export default definePlugin({
  name: 'jekyll-datapage-generator',
  isSafe: true,
  generators: [{ name: 'datapage', generate: addPages }],
  filters: {
    datapage_url: {
      required: 1,
      apply: (input, [directory], context) => {
        const hasFolders = isTruthy(context.register(SITE).config.get('page_gen-dirs'));
        return `${toText(directory)}/${fileName(input)}${hasFolders ? '/' : '.html'}`;
      },
    },
  },
});
