import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  addPermalinkSuffix,
  escapePath,
  fillTemplate,
  type PermalinkStyle,
  sanitizeUrl,
  unescapePath,
} from '../../src/site/url.ts';
import { sanitizedPath } from '../../src/util/files/paths.ts';
import { slugify, titleizeSlug } from '../../src/util/slugify.ts';
import { outcomeOf } from '../util/typed-json.ts';

interface UrlCase {
  readonly id: number;
  readonly kind: string;
  readonly input?: string | null | { readonly __b64: string };
  readonly mode?: string | null;
  readonly cased?: boolean;
  readonly base?: string;
  readonly template?: string;
  readonly placeholders?: Readonly<Record<string, string | null>>;
  readonly style?: string | null | { readonly __sym: PermalinkStyle };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

const path = join(import.meta.dirname, '..', 'cases', 'jekyll', 'urls.json');
const cases: UrlCase[] = JSON.parse(readFileSync(path, 'utf8'));

const PURE: Readonly<Record<string, (each: UrlCase, input: string) => string>> = {
  slugify: (each, input) => slugify(input, each.mode ?? 'default', each.cased),
  titleize_slug: (_, input) => titleizeSlug(input),
  escape_path: (_, input) => escapePath(input),
  unescape_path: (_, input) => unescapePath(input),
  roundtrip: (_, input) => unescapePath(escapePath(input)),
  url_sanitize: (_, input) => sanitizeUrl(input),
  sanitized_path: (each, input) => sanitizedPath(each.base ?? '', input),
  url_template: (each) =>
    sanitizeUrl(fillTemplate(each.template ?? '', new Map(Object.entries(each.placeholders ?? {})))),
  add_permalink_suffix: ({ template = '', style }) =>
    addPermalinkSuffix(template, style instanceof Object ? { named: style.__sym } : { template: style ?? '' }),
};

/** Values that are not texts reach `slugify` only through its filter, which test/renderer/filters.test.ts tests; paths are always texts. */
const pure = cases.filter(({ kind, input }) => kind in PURE && (typeof input === 'string' || input === undefined));
test.each(pure)('$kind $id: $input', (each) => {
  const run = PURE[each.kind] ?? (() => '');
  const wanted = each.error === undefined ? each.result : { error: each.error.message };
  expect(outcomeOf(() => run(each, String(each.input ?? '')))).toEqual(wanted);
});
