import { definePlugin, type Plugin } from '../../plugin/plugin.ts';
import { gardenHooks } from './garden-hooks.ts';

function pluginFor(event: 'pre_render' | 'post_convert', marked: RegExp): Plugin {
  return definePlugin({
    name: 'markdown-highlighter.rb',
    readsAreRecorded: true,
    hooks: gardenHooks(event, (item) => {
      item.content = item.content?.replace(marked, '<mark>$1</mark>') ?? null;
    }),
  });
}

const ANY = /==+([^ ][^\n]*?[^ .=]?)==+/gu;

/** `markdown-highlighter.rb` of the digital garden template: `==marked==` is `<mark>marked</mark>`. */
export const highlighter = pluginFor('pre_render', /==+([^ ][^\n]*?[^ .=])==+/gu);
export const highlighterOfMarch = pluginFor('pre_render', ANY);
export const highlighterOfHtml = pluginFor('post_convert', ANY);
export const highlighterOfWords = pluginFor('post_convert', /==+(\w[^\n]*?[^ .=]?)==+/gu);
