import { dig, type Site, toText } from '../../plugin/plugin.ts';
import { readList } from '../read-list.ts';
import { type Languages, readLanguages } from './languages.ts';

/** Stands in for `href` in links that must not change, until all others have been rewritten. */
export const STATIC_LINK = 'ferh';

const PART = `[^,'"\\s/?.]+`;
const REST = `(?:/[^\\]\\[)("'\\s]*)?`;

interface LinkPlace {
  readonly attribute: string;
  /** The prefix of the URLs. */
  readonly base: string;
  /** Prefixes of paths that are left alone. */
  readonly untouched: readonly string[];
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Matches links to paths of the site. The first part of a path may be several words separated by dots. */
function linkPattern({ attribute, base, untouched }: LinkPlace, lookBehind = ''): RegExp {
  const part = `${untouched.map((path) => `(?!${escapePattern(path)})`).join('')}${PART}`;
  const path = `(?:${part}(?:\\.${part})*\\.?)?${REST}`;
  return new RegExp(`${lookBehind}${attribute}="?${escapePattern(base)}/(${path})"`, 'g');
}

/** Rewrites the links of one output. */
type Rewrite = (html: string) => string;

function toLanguage(site: Site, languages: Languages, base: string, lookBehind = ''): Rewrite {
  if (languages.active === languages.usual) return (html) => html;
  const untouched = [...readList(site.config, 'exclude'), ...languages.all.map((language) => `${language}/`)];
  const pattern = linkPattern({ attribute: 'href', base, untouched }, lookBehind);
  return (html) => html.replace(pattern, (_, path: string) => `href="${base}/${languages.active}/${path}"`);
}

function restoreStatic(base: string): Rewrite {
  const pattern = linkPattern({ attribute: STATIC_LINK, base, untouched: [] });
  return (html) => html.replace(pattern, (_, path: string) => `href="${base}/${path}"`);
}

/** Rewrites links in the rendered output to pages in the same language. */
export function localizeLinks(site: Site): void {
  const languages = readLanguages(site.config);
  const base = toText(dig(site.config, 'baseurl'));
  const url = dig(site.config, 'url');
  const rewrites = [toLanguage(site, languages, base), restoreStatic(base)];
  if (typeof url === 'string') {
    const notAlternate = `(?<!hreflang="${escapePattern(languages.usual)}" )`;
    rewrites.push(toLanguage(site, languages, url + base, notAlternate), restoreStatic(url + base));
  }
  const rewrite: Rewrite = (html) => rewrites.reduce((text, step) => step(text), html);
  for (const page of site.pages) page.output = page.output === null ? null : rewrite(page.output);
  for (const { docs } of site.collections.values()) {
    for (const document of docs) document.output = document.output === null ? null : rewrite(document.output);
  }
}
