import { definePlugin, type Site } from '../plugin/plugin.ts';

/** Templates see the settings under the theme's name as `theme`, in place of Jekyll's own drop. */
function showThemeSettings(site: Site): void {
  site.globals.set('theme', site.config.get(site.config.get('theme')) ?? null);
}

/** jekyll-data: adds `{{ theme.key }}`. Jekyll 4.4 itself reads the data and configuration of a theme. */
export default definePlugin({
  name: 'jekyll-data',
  followsFrontMatter: true,
  hooks: [{ owner: 'site', event: 'after_reset', run: showThemeSettings }],
});
