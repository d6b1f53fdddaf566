import { definePlugin, type Site } from '../plugin/plugin.ts';

/** The site's settings under its theme's name take the place of what Jekyll itself shows as `theme`. */
function showThemeSettings(site: Site): void {
  site.globals.set('theme', site.config.get(site.config.get('theme')) ?? null);
}

/** jekyll-data: a theme's data and configuration are read anyway; what is left is `{{ theme.key }}`. */
export default definePlugin({
  name: 'jekyll-data',
  followsFrontMatter: true,
  hooks: [{ owner: 'site', event: 'after_reset', run: showThemeSettings }],
});
