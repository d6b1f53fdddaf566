import { dig, type PluginTools, type Site, toText, UttersonError } from '../../plugin/plugin.ts';
import { escapePattern } from '../shared/escape-pattern.ts';
import { rubyPattern } from '../shared/ruby-pattern.ts';
import { isNewer, type Languages, readLanguages } from './languages.ts';

/** Stands in for `href` in links that must not change, until all others have been rewritten. */
export const STATIC_LINK = 'ferh';

const PART = `[^,'"\\s/?.]+`;
const REST = `(?:/[^\\]\\[)("'\\s]*)?`;

interface LinkPlace {
  readonly attribute: string;
  /** The prefix of the URLs. */
  readonly base: string;
  /** Patterns for the starts of paths that are left alone. */
  readonly untouched: readonly string[];
}

/** Matches links to paths of the site. The first part of a path may be several words separated by dots. */
function linkPattern({ attribute, base, untouched }: LinkPlace, lookBehind = ''): RegExp {
  const part = `${untouched.map((pattern) => `(?!${pattern})`).join('')}${PART}`;
  const path = `(?:${part}(?:\\.${part})*\\.?)?${REST}`;
  return new RegExp(`${lookBehind}${attribute}="?${escapePattern(base)}/(${path})"`, 'gu');
}

/** Rewrites the links of one output. */
type Rewrite = (html: string) => string;

interface LanguageLinks {
  readonly languages: Languages;
  readonly base: string;
  readonly excluded: readonly string[];
  readonly lookBehind?: string;
}

function toLanguage({ languages, base, excluded, lookBehind }: LanguageLinks): Rewrite {
  if (languages.active === languages.usual) return (html) => html;
  const untouched = [...excluded, ...languages.all.map((language) => `${escapePattern(language)}/`)];
  const pattern = linkPattern({ attribute: 'href', base, untouched }, lookBehind);
  return (html) => html.replace(pattern, (_, path: string) => `href="${base}/${languages.active}/${path}"`);
}

function restoreStatic(base: string): Rewrite {
  const pattern = linkPattern({ attribute: STATIC_LINK, base, untouched: [] });
  return (html) => html.replace(pattern, (_, path: string) => `href="${base}/${path}"`);
}

/**
 * What an entry of `exclude` matches. From version 1.13 on, `*` and `?` in it stand for any characters. Before, it is a
 * regular expression (`assets/*` is "assets" with any number of slashes), and one that Ruby rejects stops the gem; here
 * it is taken for the name that its author meant.
 */
function excludedPattern(path: string, hasGlobs: boolean): string {
  const name = escapePattern(path);
  if (hasGlobs) return name.replaceAll('\\*', '.*').replaceAll('\\?', '.');
  try {
    return rubyPattern(path).source;
  } catch (error) {
    if (error instanceof UttersonError) return name;
    throw error;
  }
}

/** Rewrites links in the rendered output to pages in the same language. */
export function localizeLinks(site: Site, tools: PluginTools): void {
  const newer = isNewer(tools);
  const languages = readLanguages(site.config);
  const excluded = site.exclude.map((path) => excludedPattern(path, newer));
  const base = toText(dig(site.config, 'baseurl'));
  const url = dig(site.config, 'url');
  const rewrites = [toLanguage({ languages, base, excluded }), restoreStatic(base)];
  if (typeof url === 'string') {
    const usual = `hreflang="${escapePattern(languages.usual)}" `;
    const lookBehind = newer ? `(?<!${usual}|hreflang="x-default" )` : `(?<!${usual})`;
    rewrites.push(toLanguage({ languages, base: url + base, excluded, lookBehind }), restoreStatic(url + base));
  }
  const rewrite: Rewrite = (html) => rewrites.reduce((text, step) => step(text), html);
  for (const page of site.pages) page.output = page.output === null ? null : rewrite(page.output);
  for (const { docs } of site.collections.values()) {
    for (const document of docs) document.output = document.output === null ? null : rewrite(document.output);
  }
}
