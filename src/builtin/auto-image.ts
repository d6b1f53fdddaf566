import { definePlugin, type Item, isTruthy, type PluginTools, type Site } from '../plugin/plugin.ts';

/** Of several pictures in a line, the last one is found, as in the gem. */
const PICTURE = /<img[^\n]*\ssrc=["'](\S+)["']/i;

/** The first picture in the text, which is converted as it is: its Liquid is not rendered. */
function findPicture(item: Item, tools: PluginTools): unknown {
  const html = tools.convert(item.extension, item.content ?? '');
  return PICTURE.exec(html)?.[1] ?? item.site.config.get('image') ?? null;
}

function addPictures(site: Site, tools: PluginTools): void {
  for (const item of [...site.pages, ...site.posts.docs]) {
    const own = item.value('image');
    const picture = isTruthy(own) ? own : findPicture(item, tools);
    if (isTruthy(picture)) item.data.set('image', picture);
  }
}

/** jekyll-auto-image: pages and posts without `image` take the first picture of their text, or else the site's. */
export default definePlugin({
  name: 'jekyll-auto-image',
  generators: [{ name: 'auto-image', generate: addPictures }],
});
