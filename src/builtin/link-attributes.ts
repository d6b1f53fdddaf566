import {
  asHash,
  baseName,
  definePlugin,
  dig,
  firstTrue,
  type Item,
  isNil,
  isTruthy,
  type ReadonlyHash,
  toText,
} from '../plugin/plugin.ts';
import { type HtmlElement, visitElements } from './shared/html/node.ts';
import { parseDocument } from './shared/html/parse-document.ts';
import { writeDocument } from './shared/html/write-document.ts';
import { writeParameters } from './shared/parameters.ts';
import { rubyPattern } from './shared/ruby-pattern.ts';
import { hostOf } from './shared/uri-host.ts';

const DEFAULTS = { rel: 'external nofollow noopener', target: '_blank' } as const;

type Section = 'rel' | 'target' | 'utm';

/** The parameters that are added to addresses, or null if there are none. */
type Campaign = ReadonlyMap<string, string> | null;

/** Settings of a section: those under its name, or, as in early versions of the gem, those beside it. */
function listExcluded(settings: ReadonlyHash, section: Section): readonly RegExp[] {
  const own = settings.get(section);
  const list = own instanceof Map ? own.get('exclude') : section === 'utm' ? null : settings.get('exclude');
  return (Array.isArray(list) ? list : []).map((pattern) => rubyPattern(`^${toText(pattern)}$`));
}

function settingOf(settings: ReadonlyHash, section: 'rel' | 'target'): string {
  const own = settings.get(section);
  return toText(firstTrue(own instanceof Map ? own.get('value') : own, DEFAULTS[section]));
}

function isExternal(address: string, site: unknown): boolean {
  return /^https?:\/\//m.test(address) && (isNil(site) || !address.startsWith(toText(site)));
}

function readCampaign(item: Item, settings: ReadonlyHash): Campaign {
  const utm = asHash(settings.get('utm'));
  if (utm.get('enabled') !== true) return null;
  const site = item.site.config.get('url');
  const address = typeof site === 'string' ? site.replace(/^https?:\/\//, '') : undefined;
  const layout = item.value('layout');
  const [folder = ''] = item.url.replace(/^\/|\/$/g, '').split('/');
  const content = firstTrue(item.value('slug'), baseName(item.url.replace(/\/$/, '')));
  return new Map([
    ['utm_source', toText(firstTrue(utm.get('source'), address, 'website'))],
    ['utm_medium', toText(firstTrue(utm.get('medium'), 'website'))],
    ['utm_campaign', layout === 'post' || layout === 'blog' ? 'blog' : folder || 'homepage'],
    ['utm_content', toText(content) || 'index'],
  ]);
}

function isAddress(text: string): boolean {
  try {
    hostOf(text);
    return true;
  } catch {
    return false;
  }
}

/** Adds parameters to an address, unless it has them already. An address with characters that have to be escaped stays as it is. */
function addParameters(address: string, campaign: ReadonlyMap<string, string>): string {
  if (!isAddress(address)) return address;
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/.exec(address) ?? [];
  const parameters = new Map(new URLSearchParams(query));
  for (const [key, value] of campaign) if (!parameters.has(key)) parameters.set(key, value);
  return `${path}?${writeParameters(parameters)}${fragment}`;
}

/** @returns what changes a link, so that the settings are read once for each page */
function linkChanger(item: Item): (attributes: HtmlElement['attributes']) => void {
  const { config } = item.site;
  const settings = asHash(config.get('external_links'));
  const campaign = readCampaign(item, settings);
  const excluded = {
    rel: listExcluded(settings, 'rel'),
    target: listExcluded(settings, 'target'),
    utm: listExcluded(settings, 'utm'),
  };
  const matches = (section: Section, address: string) =>
    excluded[section].some((pattern) => address.search(pattern) !== -1);
  return (attributes) => {
    const address = attributes.get('href');
    if (typeof address !== 'string' || !isExternal(address, config.get('url'))) return;
    if (campaign !== null && !matches('utm', address)) attributes.set('href', addParameters(address, campaign));
    for (const name of ['rel', 'target'] as const) {
      if (!attributes.has(name) && !matches(name, address)) attributes.set(name, settingOf(settings, name));
    }
  };
}

function changeOutput(item: Item): void {
  const enabled = dig(item.site.config, 'external_links', 'enabled');
  if (!isNil(enabled) && !isTruthy(enabled)) return;
  const document = parseDocument(item.output ?? '');
  const change = linkChanger(item);
  visitElements(document.nodes, ({ name, attributes }) => {
    if (name === 'a') change(attributes);
  });
  item.output = writeDocument(document);
}

function changePage(page: Item): void {
  if (page.outputExtension === '.html') changeOutput(page);
}

/** jekyll-link-attributes: `rel`, `target` and parameters for links to other sites. As in the gem, it takes posts twice. */
export default definePlugin({
  name: 'jekyll-link-attributes',
  isSafe: true,
  hooks: [
    { owner: 'documents', event: 'post_render', changesOnlyOutput: true, run: changeOutput },
    { owner: 'pages', event: 'post_render', changesOnlyOutput: true, run: changePage },
    { owner: 'posts', event: 'post_render', changesOnlyOutput: true, run: changeOutput },
  ],
});
