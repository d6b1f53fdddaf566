import { definePlugin, type Item, isTruthy, type Plugin, splitWords } from '../../plugin/plugin.ts';
import { type HtmlElement, visitElements } from '../shared/html/node.ts';
import { type HtmlDocument, parseDocument } from '../shared/html/parse-document.ts';
import { parseHtml } from '../shared/html/parse-html.ts';
import { writeDocument } from '../shared/html/write-document.ts';
import { writeHtml } from '../shared/html/write-html.ts';
import { gardenHooks } from './garden-hooks.ts';

const OWN_CLASSES: ReadonlySet<string> = new Set(['internal-link', 'footnote', 'reversefootnote']);

type ChangeHtml = (html: string, change: (element: HtmlElement) => void) => string;

const inPiece: ChangeHtml = (html, change) => {
  const nodes = parseHtml(html);
  visitElements(nodes, change);
  return writeHtml(nodes);
};

/** The versions before November 2024 made a whole document of each text, the first of them with a doctype. */
const inDocument =
  (write: (document: HtmlDocument) => string): ChangeHtml =>
  (html, change) => {
    const document = parseDocument(html);
    visitElements(document.nodes, change);
    return write(document);
  };

function pluginFor(changeHtml: ChangeHtml, target: string): Plugin {
  const setTarget = ({ name, attributes }: HtmlElement): void => {
    if (name !== 'a' || splitWords(attributes.get('class') ?? '').some((word) => OWN_CLASSES.has(word))) return;
    attributes.set('target', target);
  };
  const changeLinks = (item: Item): void => {
    if (!isTruthy(item.site.config.get('open_external_links_in_new_tab'))) return;
    item.content = changeHtml(item.content ?? '', setTarget);
  };
  return definePlugin({
    name: 'open_external_links_in_new_tab.rb',
    readsAreRecorded: true,
    hooks: gardenHooks('post_convert', changeLinks),
  });
}

/** `open_external_links_in_new_tab.rb` of the digital garden template. */
export const externalLinks = pluginFor(inPiece, '_blank');
export const externalLinksOf2024 = pluginFor(
  inDocument(({ nodes }) => writeHtml(nodes)),
  '_blank',
);
export const externalLinksOf2022 = pluginFor(inDocument(writeDocument), '_blank');
export const externalLinksOf2021 = pluginFor(inDocument(writeDocument), 'blank');
