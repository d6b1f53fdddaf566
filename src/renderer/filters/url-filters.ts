import { Drop } from '../../liquid/drop.ts';
import type { FilterFunction } from '../../liquid/filter.ts';
import { LoopDrop } from '../../liquid/loop-drop.ts';
import { SITE } from '../../plugin/registers.ts';
import { isAbsoluteUri, normalizeUri, type UnicodeForm } from '../../util/uri.ts';
import { toText } from '../../util/values/inspect.ts';
import { isNil } from '../../util/values/is-nil.ts';
import type { FilterServices } from './filter-services.ts';
import { noMethod } from './ruby-failure.ts';

type SiteConfig = ReadonlyMap<unknown, unknown>;
type MakeUrl = (input: unknown, config: SiteConfig) => unknown;

/** A drop with a `url`, such as a document, stands for its URL. `forloop` claims to have every key, but has no URL. */
function urlOf(input: unknown): unknown {
  return input instanceof Drop && !(input instanceof LoopDrop) && input.has('url') ? input.get('url') : input;
}

/** An item for the filters: as in Jekyll, what they make of items is not remembered as what they make of texts is. */
export class Addressed extends Drop {
  readonly #url: string;

  constructor({ url }: { readonly url: string }) {
    super();
    this.#url = url;
  }

  get(key: unknown): unknown {
    return key === 'url' ? this.#url : undefined;
  }

  override has(key: unknown): boolean {
    return key === 'url';
  }
}

const withSlash = (text: string): string => (text === '' || text.startsWith('/') ? text : `/${text}`);

function relativeUrl(input: unknown, config: SiteConfig, form: UnicodeForm): unknown {
  const url = urlOf(input);
  const text = toText(url);
  if (isAbsoluteUri(text)) return url;
  const base = toText(config.get('baseurl')).replace(/\/$/, '');
  return normalizeUri(withSlash(base) + withSlash(text), form);
}

function absoluteUrl(input: unknown, config: SiteConfig, form: UnicodeForm, toRelativeUrl: MakeUrl): unknown {
  const url = urlOf(input);
  if (isAbsoluteUri(toText(url))) return url;
  const site = config.get('url');
  const relative = toRelativeUrl(url, config);
  return isNil(site) || site === '' ? relative : normalizeUri(toText(site) + toText(relative), form);
}

/**
 * The results of the filters for strings, since the same few URLs are asked for on every page. As in Jekyll, a site's
 * editions share them although they may differ in `baseurl`: the first that asks decides.
 */
export class RememberedUrls {
  readonly relative = new Map<string, unknown>();
  readonly absolute = new Map<string, unknown>();

  forget(): void {
    this.relative.clear();
    this.absolute.clear();
  }
}

function remember(makeUrl: MakeUrl, known: Map<string, unknown>): MakeUrl {
  return (input, config) => {
    if (isNil(input)) return undefined;
    const before = typeof input === 'string' ? known.get(input) : undefined;
    if (before !== undefined) return before;
    const url = makeUrl(input, config);
    if (typeof input === 'string') known.set(input, url);
    return url;
  };
}

/** `strip_index`: a URL without the `index.html` at its end. */
const stripIndex: FilterFunction = (input) => {
  if (isNil(input) || toText(input) === '') return undefined;
  if (typeof input !== 'string') throw noMethod('sub', input);
  return input.replace(/\/index\.html?(?=\n|$)/, '/');
};

/** The URL filters of one site. What `absolute_url` begins with is what `relative_url` gives, remembered or not. */
export const urlFilters = ({ config: configured, unicodeForm, urls = new RememberedUrls() }: FilterServices) => {
  const toRelativeUrl = remember((input, config) => relativeUrl(input, config, unicodeForm), urls.relative);
  const toAbsoluteUrl = remember(
    (input, config) => absoluteUrl(input, config, unicodeForm, toRelativeUrl),
    urls.absolute,
  );
  const filter =
    (makeUrl: MakeUrl): FilterFunction =>
    (input, _args, context) =>
      makeUrl(input, context.registerIfGiven(SITE)?.config ?? configured);
  return { relative_url: filter(toRelativeUrl), absolute_url: filter(toAbsoluteUrl), strip_index: stripIndex };
};
