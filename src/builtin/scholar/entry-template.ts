import { Drop, PAGE, type TagSource, type Template } from '../../plugin/plugin.ts';
import type { Entry } from './bibtex/entry.ts';
import { entryHash } from './entry-hash.ts';
import { detailsUrl, fileLinks } from './entry-links.ts';
import type { TagSession } from './session.ts';

const FROM_PAGE = ['site', 'jekyll', 'theme'];
const OWN = ['entry', 'reference', 'key', 'type', 'link', 'links', 'index', 'page', 'details'];

/** The variables of a bibliography's template. The reference, which needs a style, is made only if it is shown. */
class EntryVariables extends Drop {
  readonly #entry: Entry;
  readonly #index: number;
  readonly #session: TagSession;
  readonly #known = new Map<unknown, unknown>();

  constructor(entry: Entry, index: number, session: TagSession) {
    super();
    this.#entry = entry;
    this.#index = index;
    this.#session = session;
  }

  get(key: unknown): unknown {
    if (!this.#known.has(key)) this.#known.set(key, this.#find(String(key)));
    return this.#known.get(key);
  }

  override has(key: unknown): boolean {
    return this.#known.has(key) || OWN.includes(String(key)) || FROM_PAGE.includes(String(key));
  }

  override set(key: string, value: unknown): void {
    this.#known.set(key, value);
  }

  #find(key: string): unknown {
    const session = this.#session;
    const { context, site, settings } = session;
    const entry = this.#entry;
    switch (key) {
      case 'entry':
        return entryHash(entry, settings);
      case 'reference':
        return session.referenceTag(entry, this.#index);
      case 'key':
        return entry.key;
      case 'type':
        return entry.type;
      case 'link':
        return fileLinks(site, entry, settings).link;
      case 'links':
        return fileLinks(site, entry, settings).links;
      case 'index':
        return this.#index;
      case 'page':
        return context.register(PAGE);
      case 'details':
        return detailsUrl(site, entry, settings);
      default:
        return FROM_PAGE.includes(key) ? context.find(key) : undefined;
    }
  }
}

/** The text that prints an entry: a layout, or the setting or option itself. */
function templateText({ given, settings, site }: TagSession): string {
  const name = given.template ?? settings.text('bibliography_template');
  if (name === '') return '{{reference}}';
  site.noteRead(`layout:${name}`);
  return site.layouts.get(name)?.content ?? name;
}

/** What prints the entries of a tag. A page has one for each of its tags, however often a loop renders it: what one entry assigns, the next one sees. */
export class EntryPrinter {
  readonly #tag: TagSource;
  #template: Template | undefined;

  constructor(tag: TagSource) {
    this.#tag = tag;
  }

  print(entry: Entry, index: number, session: TagSession): string {
    const text = templateText(session);
    if (text === '{{reference}}') return session.referenceTag(entry, index);
    this.#template ??= this.#tag.parseContext.liquid.parseTemplate(text);
    const output = this.#template.renderApart(new EntryVariables(entry, index, session), session.context);
    if (this.#template.state.isUsed) session.site.noteRead('order');
    return output;
  }
}
