import { type Context, definePlugin, SITE, strip, type TagParser, toText } from '../plugin/plugin.ts';
import { readText } from './shared/read-text.ts';

const SHORT_ADDRESS = /youtu\.be\/([^?]*)/;
const ADDRESS = /^[^\n]*(?:v\/|embed\/|watch\?)\??v?=?([^&?]*)/m;

/** A site's own markup, which is Liquid that sees nothing but `youtube_id`. */
const OWN_MARKUP = '_includes/youtube.html';

const STYLE =
  '.embed-container { position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden; max-width: 100%; } ' +
  '.embed-container iframe, .embed-container object, .embed-container embed { position: absolute; top: 0; left: 0; width: 100%; height: 100%; }';

function videoId(address: string): string | null {
  return (SHORT_ADDRESS.exec(address) ?? ADDRESS.exec(address))?.[1] ?? null;
}

function readOwnMarkup(context: Context): string | undefined {
  const site = context.register(SITE);
  const path = site.inSource(OWN_MARKUP);
  site.noteRead(`file:${path}`);
  return site.tree.status(path)?.kind === 'file' ? readText(site, path) : undefined;
}

const parseVideo: TagParser = (tag) => ({
  render(context) {
    const id = videoId(toText(context.evaluate(strip(tag.markup))));
    const own = readOwnMarkup(context);
    if (own !== undefined) {
      const template = tag.parseContext.liquid.parseTemplate(own);
      return template.render({ youtube_id: id });
    }
    const frame = `<iframe title="YouTube video player" width="640" height="390" src="//www.youtube.com/embed/${id ?? ''}" frameborder="0" allowfullscreen></iframe>`;
    return `<style>${STYLE}</style><div class='embed-container'>    ${frame}</div>`;
  },
});

/** jekyll-youtube: `{% youtube page.video %}` shows the video that the variable is the address of. */
export default definePlugin({
  name: 'jekyll-youtube',
  isSafe: true,
  tags: { youtube: { parse: parseVideo } },
});
