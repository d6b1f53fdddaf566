import { type PluginTools, type Site, toText } from '../../plugin/plugin.ts';

const STEPS = ['markdownify', 'strip_html', 'normalize_whitespace', 'escape_once'];

/** Texts as attributes hold them: Markdown taken away, escaped. The site's title is asked for on every page. */
export class PlainTexts {
  readonly #known = new Map<string, string | undefined>();
  readonly #tools: PluginTools;

  constructor(tools: PluginTools) {
    this.#tools = tools;
  }

  /** The text of a value, undefined where nothing is left of it. */
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

/** The texts of a site; each is made once. */
export function plainTexts(site: Site, tools: PluginTools): PlainTexts {
  const known = bySite.get(site) ?? new PlainTexts(tools);
  bySite.set(site, known);
  return known;
}
