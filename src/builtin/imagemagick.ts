import { definePlugin, dig, isTruthy, type Site } from '../plugin/plugin.ts';

function warnOfMissingImages(site: Site): void {
  if (!isTruthy(dig(site.config, 'imagemagick', 'enabled'))) return;
  site.log.warn(
    'ImageMagick:',
    'Builds convert no images. Convert them before the build, as with the npm package sharp, or set `imagemagick: { enabled: false }`.',
  );
}

/** jekyll-imagemagick, which is off in most of the sites that name it: then there is nothing to do. */
export default definePlugin({
  name: 'jekyll-imagemagick',
  hooks: [{ owner: 'site', event: 'after_init', run: warnOfMissingImages }],
});
