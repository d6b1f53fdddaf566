import { type Context, definePlugin, SITE, strip, type TagParser, UttersonError } from '../plugin/plugin.ts';
import { PerSite } from './shared/per-site.ts';

const PARAMETER = /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([\w.-]+))/gs;
const FILE = /^(?:\{\{.*?\}\}|[^\s{]|\{(?!\{))+/s;

/** The rendered includes of a site, by file and parameters. */
class IncludeCache {
  readonly #texts = new Map<string, string>();
  readonly #numbers = new WeakMap<object, number>();
  #count = 0;

  get(key: string): string | undefined {
    return this.#texts.get(key);
  }

  set(key: string, text: string): void {
    this.#texts.set(key, text);
  }

  /** A value as part of a key: texts and numbers by value, anything else by identity. */
  mark(value: unknown): string {
    if (typeof value !== 'object' || value === null) return `${typeof value} ${String(value)}`;
    let number = this.#numbers.get(value);
    if (number === undefined) {
      number = ++this.#count;
      this.#numbers.set(value, number);
    }
    return `object ${number}`;
  }
}

const caches = new PerSite(() => new IncludeCache());

interface Parameter {
  readonly name: string;
  readonly text: string | undefined;
  readonly variable: string;
}

/** Reads the parameters, sorted by name as in the gem. As there, the names are not part of the key: `a="1"` and `b="1"` share a result. */
function readParameters(markup: string): Parameter[] {
  return [...markup.matchAll(PARAMETER)]
    .map(([, name = '', double, single, variable = '']) => ({ name, text: double ?? single, variable }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const parseInclude: TagParser = (tag) => {
  const markup = strip(tag.markup);
  const file = FILE.exec(markup)?.[0] ?? markup;
  const fileTemplate = tag.parseContext.liquid.parseTemplate(file);
  const parameters = readParameters(markup.slice(file.length));
  const include = tag.parseContext.liquid.findTag('include')?.(tag);
  if (include === undefined) throw new UttersonError('UnknownTag', 'include_cached needs the tag `include`');
  const keyIn = (context: Context, cache: IncludeCache) => {
    const marks = parameters.map(({ text, variable }) => cache.mark(text ?? context.evaluate(variable)));
    return [fileTemplate.renderIn(context), ...marks].join('\n');
  };
  return {
    render(context) {
      const site = context.register(SITE);
      // The first page that includes a file decides what all others get, so a rebuild must render all of them or none.
      site.noteRead('order');
      const cache = caches.of(site);
      const key = keyIn(context, cache);
      const text = cache.get(key) ?? String(include.render(context));
      cache.set(key, text);
      return text;
    },
  };
};

/**
 * jekyll-include-cache: `{% include_cached file.html key=value %}` renders a file once for the same parameters.
 * If it shows something of the page around it, that is of the first page that included it.
 */
export default definePlugin({
  name: 'jekyll-include-cache',
  isSafe: true,
  followsFrontMatter: true,
  tags: { include_cached: { parse: parseInclude } },
  hooks: [{ owner: 'site', event: 'pre_render', run: (site) => caches.forget(site) }],
});
