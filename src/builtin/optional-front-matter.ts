import { definePlugin, dig, type PluginTools, type Site, type StaticFile } from '../plugin/plugin.ts';
import { isListed } from './shared/entry-patterns.ts';
import { isMarkdown } from './shared/markdown-files.ts';

/** Files about the repository itself, which are not pages unless `include` names them. */
const REPOSITORY_FILES: ReadonlySet<string> = new Set([
  'README',
  'LICENSE',
  'LICENCE',
  'COPYING',
  'CODE_OF_CONDUCT',
  'CONTRIBUTING',
  'ISSUE_TEMPLATE',
  'PULL_REQUEST_TEMPLATE',
]);

function isPage(file: StaticFile): boolean {
  const { site } = file;
  if (!isMarkdown(site, file.extension)) return false;
  const included = dig(site.config, 'include');
  if (isListed(site, file.relativePath, included) || isListed(site, file.name, included)) return true;
  return !REPOSITORY_FILES.has(file.baseName.toUpperCase());
}

function addPages(site: Site, tools: PluginTools): void {
  const mustHaveFrontMatter = dig(site.config, 'require_front_matter') === true;
  if (dig(site.config, 'optional_front_matter', 'enabled') === false || mustHaveFrontMatter) return;
  const files = site.staticFiles.filter(isPage);
  site.pages.push(...files.map((file) => tools.readAsPage(file)));
  if (dig(site.config, 'optional_front_matter', 'remove_originals') !== true) return;
  site.staticFiles = site.staticFiles.filter((file) => !files.includes(file));
}

/** jekyll-optional-front-matter: Markdown files without front matter are pages as well. */
export default definePlugin({
  name: 'jekyll-optional-front-matter',
  isSafe: true,
  generators: [{ name: 'optional-front-matter', generate: addPages }],
});
