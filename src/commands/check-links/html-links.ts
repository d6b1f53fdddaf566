import { Parser } from 'htmlparser2';

/** A link as written in a page. Lines and columns count from 1. */
export interface Link {
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

/** The links of a page, and the elements in it that can be linked to. */
export interface PageLinks {
  readonly links: readonly Link[];
  /** The fragments by which parts of the page can be linked to. */
  readonly ids: ReadonlySet<string>;
  /** The URL of the `<base>` element, if there is one, which relative URLs start from. */
  readonly base: string | undefined;
}

/** The attributes with a URL that a browser fetches or navigates to, by element. */
const URL_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  area: ['href'],
  audio: ['src'],
  embed: ['src'],
  iframe: ['src'],
  image: ['href', 'xlink:href'],
  img: ['src'],
  input: ['src'],
  link: ['href'],
  object: ['data'],
  script: ['src'],
  source: ['src'],
  track: ['src'],
  use: ['href', 'xlink:href'],
  video: ['src', 'poster'],
};

/** Elements that may have a `srcset`. */
const WITH_SRCSET: ReadonlySet<string> = new Set(['img', 'source']);
/** A candidate of `srcset`: a URL without a comma at its end, and its width or density. */
const CANDIDATE = /([^\s,]\S*[^\s,]|[^\s,])(?:\s+[^,]*)?(?:,|$)/g;
/** `<link>` elements that only open a connection and fetch nothing. */
const CONNECTS = /\b(?:preconnect|dns-prefetch)\b/i;

type Attributes = Readonly<Record<string, string>>;

/**
 * Reads the links of a page. Elements with the attribute `data-proofer-ignore` are left out, as html-proofer does.
 *
 * @example
 * readLinks('<a href="/about/">About</a>').links // [{ url: '/about/', line: 1, column: 1 }]
 */
export function readLinks(html: string): PageLinks {
  const found: { readonly url: string; readonly offset: number }[] = [];
  const ids = new Set<string>();
  let base: string | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      for (const id of idsOf(name, attributes)) ids.add(id);
      if (name === 'base') base ??= attributes['href'];
      for (const url of urlsOf(name, attributes)) found.push({ url, offset: parser.startIndex });
    },
  });
  parser.end(html);
  return { links: withPlaces(found, html), ids, base };
}

function idsOf(name: string, attributes: Attributes): readonly string[] {
  const names = [attributes['id'], name === 'a' ? attributes['name'] : undefined];
  return names.filter((id) => id !== undefined);
}

function urlsOf(name: string, attributes: Attributes): readonly string[] {
  if (Object.hasOwn(attributes, 'data-proofer-ignore')) return [];
  if (name === 'link' && CONNECTS.test(attributes['rel'] ?? '')) return [];
  const names = Object.hasOwn(URL_ATTRIBUTES, name) ? (URL_ATTRIBUTES[name] ?? []) : [];
  const plain = names.flatMap((attribute) => attributes[attribute]?.trim() ?? []);
  const candidates = WITH_SRCSET.has(name) ? (attributes['srcset'] ?? '').matchAll(CANDIDATE) : [];
  return [...plain, ...[...candidates].map(([, url = '']) => url)];
}

/** @param found in the order of the page */
function withPlaces(found: readonly { readonly url: string; readonly offset: number }[], html: string): Link[] {
  let line = 1;
  let start = 0;
  return found.map(({ url, offset }) => {
    for (let end = html.indexOf('\n', start); end !== -1 && end < offset; end = html.indexOf('\n', start)) {
      start = end + 1;
      line++;
    }
    return { url, line, column: offset - start + 1 };
  });
}
