import {
  definePlugin,
  dig,
  directoryName,
  type Page,
  type PluginTools,
  type Site,
  type StaticFile,
} from '../plugin/plugin.ts';
import { isMarkdown } from './shared/markdown-files.ts';

function isReadme(file: Page | StaticFile): boolean {
  return file.baseName.toLowerCase() === 'readme' && isMarkdown(file.site, file.extension);
}

function folderOf(url: string): string {
  const folder = directoryName(url);
  return folder.endsWith('/') ? folder : `${folder}/`;
}

function hasIndex(site: Site, folder: string): boolean {
  const prefix = folder.toLowerCase();
  return [...site.pages, ...site.staticFiles].some((file) => {
    const url = file.url.toLowerCase();
    return url.startsWith(prefix) && /^$|^index\.(?:html?|xhtml|xml)$/.test(url.slice(prefix.length));
  });
}

function makeIndexes(site: Site, tools: PluginTools): void {
  const config = dig(site.config, 'readme_index');
  if (dig(config, 'enabled') === false) return;
  for (const readme of site.staticFiles.filter(isReadme)) {
    const folder = folderOf(readme.url);
    if (hasIndex(site, folder)) continue;
    const page = tools.readAsPage(readme);
    page.data.set('permalink', folder);
    page.forgetUrl();
    site.pages.push(page);
    if (dig(config, 'remove_originals') === true) site.staticFiles = site.staticFiles.filter((file) => file !== readme);
  }
  if (dig(config, 'with_frontmatter') !== true) return;
  for (const page of site.pages.filter(isReadme)) {
    const folder = folderOf(page.url);
    if (hasIndex(site, folder)) continue;
    page.data.set('permalink', folder);
    page.forgetUrl();
  }
}

/** jekyll-readme-index: a folder's README becomes its index page if it has no other. */
export default definePlugin({
  name: 'jekyll-readme-index',
  isSafe: true,
  generators: [{ name: 'readme-index', priority: 'low', generate: makeIndexes }],
});
