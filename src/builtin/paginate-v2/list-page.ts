import { Page, type ReadonlyHash } from '../../plugin/plugin.ts';

interface ListPagePlace {
  readonly name: string;
  readonly url: string;
  readonly data: Map<unknown, unknown>;
  readonly content: string | null;
}

/**
 * A page of a list. Its URL is given. For its layout and the like, its front matter defaults are those of the page it is made from; what
 * templates see are the defaults for its own name, as in the gem.
 */
export class ListPage extends Page {
  readonly #url: string;
  readonly #template: Page;

  constructor(template: Page, { name, url, data, content }: ListPagePlace) {
    super(template.site, { directory: '', name, data, content });
    this.#url = url;
    this.#template = template;
  }

  override get url(): string {
    return this.#url;
  }

  override value(key: string): unknown {
    return this.data.has(key) ? this.data.get(key) : this.#template.value(key);
  }
}

/** The front matter of a page of a list: that of its template, and its position in the list. */
export function listPageData(template: Page, number: number, pageCount: number): Map<unknown, unknown> {
  const data = new Map(template.data);
  const autoPage = data.get('autopage');
  if (autoPage instanceof Map) data.set('autopages', autoPage satisfies ReadonlyHash);
  data.set(
    'pagination_info',
    new Map([
      ['curr_page', number],
      ['total_pages', pageCount],
    ]),
  );
  if (number > 1) data.set('autogen', 'jekyll-paginate-v2');
  return data;
}
