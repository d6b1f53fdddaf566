import { type PluginTools, type Site, toText } from '../../plugin/plugin.ts';

const STEPS = ['markdownify', 'strip_html', 'normalize_whitespace', 'escape_once'];

/** Turns Markdown into plain, escaped text for attributes. Remembers the results: every page asks for the site's title. */
export class PlainTexts {
  readonly #known = new Map<string, string | undefined>();
  readonly #tools: PluginTools;

  constructor(tools: PluginTools) {
    this.#tools = tools;
  }

  /** The plain text of a value, or `undefined` if it is empty. */
  plain(value: unknown): string | undefined {
    const source = toText(value);
    if (source === '') return undefined;
    if (!this.#known.has(source)) this.#known.set(source, this.#make(source));
    return this.#known.get(source);
  }

  #make(source: string): string | undefined {
    const text = toText(STEPS.reduce<unknown>((value, step) => this.#tools.filter(step, value), source));
    return text === '' ? undefined : text;
  }
}

const bySite = new WeakMap<Site, PlainTexts>();

/** The plain texts of a site. */
export function plainTexts(site: Site, tools: PluginTools): PlainTexts {
  const known = bySite.get(site) ?? new PlainTexts(tools);
  bySite.set(site, known);
  return known;
}
