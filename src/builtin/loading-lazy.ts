import { definePlugin, type Item, isNil } from '../plugin/plugin.ts';
import { visitElements } from './shared/html/node.ts';
import { parseDocument } from './shared/html/parse-document.ts';
import { writeDocument } from './shared/html/write-document.ts';
import { isProcessed } from './shared/output-body.ts';

function makeLazy(html: string): string {
  const document = parseDocument(html);
  visitElements(document.nodes, ({ name, attributes }) => {
    const isEmbedded = (name === 'img' || name === 'iframe') && attributes.has('src');
    if (isEmbedded && !attributes.has('loading')) attributes.set('loading', 'lazy');
  });
  return writeDocument(document);
}

function changeOutput(item: Item): void {
  const { output } = item;
  if (isNil(output) || !isProcessed(item)) return;
  if (output.includes('<img') || output.includes('<iframe')) item.output = makeLazy(output);
}

/** jekyll-loading-lazy: pictures and frames are loaded when they come into view. */
export default definePlugin({
  name: 'jekyll-loading-lazy',
  isSafe: true,
  hooks: [
    { owner: 'pages', event: 'post_render', changesOnlyOutput: true, run: changeOutput },
    { owner: 'documents', event: 'post_render', changesOnlyOutput: true, run: changeOutput },
  ],
});
