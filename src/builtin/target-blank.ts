import {
  asHash,
  definePlugin,
  type Item,
  isTruthy,
  type Page,
  splitWords,
  toText,
  UttersonError,
} from '../plugin/plugin.ts';
import { type HtmlElement, visitElements } from './shared/html/node.ts';
import { parseHtml } from './shared/html/parse-html.ts';
import { writeHtml } from './shared/html/write-html.ts';
import { changeBody, isProcessed } from './shared/output-body.ts';
import { hostOf } from './shared/uri-host.ts';

const BODY_START = /<body[^<>]*>[ \t\r\n\f\v]*/;

/** How links to other sites are changed. */
interface Settings {
  readonly site: unknown;
  /** Only links with this class are changed; all, if it is not truthy. */
  readonly requiredClass: unknown;
  readonly addedClasses: string | undefined;
  readonly relations: readonly string[];
}

function readSettings({ config }: Page['site']): Settings {
  const own = asHash(config.get('target-blank'));
  const classes = own.get('add_css_classes');
  const relation = own.get('rel');
  return {
    site: config.get('url'),
    requiredClass: own.get('css_class'),
    addedClasses: isTruthy(classes) ? toText(classes) : undefined,
    relations: [
      ...(own.get('noopener') === false ? [] : ['noopener']),
      ...(own.get('noreferrer') === false ? [] : ['noreferrer']),
      ...(isTruthy(relation) ? [toText(relation)] : []),
    ],
  };
}

/** As in the gem, a link that has `http:` or `https:` anywhere in it leads to another site, unless its host is the site's. */
function isExternal(link: string, site: unknown): boolean {
  if (link.startsWith('mailto:') || !/https?:/.test(link)) return false;
  if (typeof site !== 'string') {
    throw new UttersonError('InvalidConfiguration', 'jekyll-target-blank needs the address of the site.', {
      hint: 'Set it in _config.yml: `url: https://example.org`.',
    });
  }
  return hostOf(link) !== hostOf(site);
}

function changeLink({ attributes }: HtmlElement, settings: Settings): void {
  if (!attributes.has('href') || !isExternal(attributes.get('href') ?? '', settings.site)) return;
  const classes = attributes.get('class') ?? '';
  const { requiredClass, addedClasses } = settings;
  if (isTruthy(requiredClass) && !splitWords(classes).includes(toText(requiredClass))) return;
  attributes.set('target', '_blank');
  const relations = [attributes.get('rel') ?? '', ...settings.relations].filter((text) => text !== '');
  if (relations.length > 0) attributes.set('rel', relations.join(' '));
  if (addedClasses !== undefined) attributes.set('class', classes === '' ? addedClasses : `${addedClasses} ${classes}`);
}

function changeHtml(html: string, settings: Settings): string {
  const nodes = parseHtml(html);
  visitElements(nodes, (element) => {
    if (element.name === 'a') changeLink(element, settings);
  });
  return writeHtml(nodes);
}

function changeOutput(item: Item): void {
  const { output } = item;
  if (!output?.includes('<a') || !isProcessed(item)) return;
  const settings = readSettings(item.site);
  item.output = changeBody(output, (html) => changeHtml(html, settings), BODY_START);
}

/** jekyll-target-blank: links to other sites open in a new tab. */
export default definePlugin({
  name: 'jekyll-target-blank',
  isSafe: true,
  hooks: [
    { owner: 'pages', event: 'post_render', changesOnlyOutput: true, run: changeOutput },
    { owner: 'documents', event: 'post_render', changesOnlyOutput: true, run: changeOutput },
  ],
});
