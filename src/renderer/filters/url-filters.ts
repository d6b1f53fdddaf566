import { Drop } from '../../liquid/drop.ts';
import type { FilterFunction } from '../../liquid/filter.ts';
import { LoopDrop } from '../../liquid/loop-drop.ts';
import { toText } from '../../util/inspect.ts';
import { isNil } from '../../util/is-nil.ts';
import { isAbsoluteUri, normalizeUri } from '../../util/uri.ts';
import { noMethod } from './ruby-failure.ts';

type SiteConfig = ReadonlyMap<string, unknown>;

/** A document stands for its URL; `forloop` has none, whatever it is asked for. */
function urlOf(input: unknown): unknown {
  return input instanceof Drop && !(input instanceof LoopDrop) && input.has('url') ? input.get('url') : input;
}

const withSlash = (text: string): string => (text === '' || text.startsWith('/') ? text : `/${text}`);

function relativeUrl(input: unknown, config: SiteConfig): unknown {
  const url = urlOf(input);
  const text = toText(url);
  if (isAbsoluteUri(text)) return url;
  const base = toText(config.get('baseurl')).replace(/\/$/, '');
  return normalizeUri(withSlash(base) + withSlash(text));
}

function absoluteUrl(input: unknown, config: SiteConfig): unknown {
  const url = urlOf(input);
  if (isAbsoluteUri(toText(url))) return url;
  const site = config.get('url');
  if (isNil(site) || site === '') return relativeUrl(url, config);
  return normalizeUri(toText(site) + toText(relativeUrl(url, config)));
}

/** Remembers what a site's filter made of a text: the same few URLs are asked for on every page. */
function remember(makeUrl: (input: unknown, config: SiteConfig) => unknown, config: SiteConfig): FilterFunction {
  const known = new Map<string, unknown>();
  return (input) => {
    if (isNil(input)) return undefined;
    if (typeof input !== 'string') return makeUrl(input, config);
    const before = known.get(input);
    if (before !== undefined) return before;
    const url = makeUrl(input, config);
    known.set(input, url);
    return url;
  };
}

/** `strip_index`: a URL without the `index.html` at its end. */
const stripIndex: FilterFunction = (input) => {
  if (isNil(input) || toText(input) === '') return undefined;
  if (typeof input !== 'string') throw noMethod('sub', input);
  return input.replace(/\/index\.html?(?=\n|$)/, '/');
};

/** The filters of one site that make URLs. */
export const urlFilters = (config: SiteConfig) => ({
  relative_url: remember(relativeUrl, config),
  absolute_url: remember(absoluteUrl, config),
  strip_index: stripIndex,
});
