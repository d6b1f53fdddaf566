import {
  type Context,
  definePlugin,
  dig,
  isNil,
  isTruthy,
  PAGE,
  type PluginTools,
  SITE,
  type Site,
  type TagParser,
  toText,
} from '../../plugin/plugin.ts';
import { isLockedSince } from '../shared/locked-version.ts';
import { GithubDrop } from './github-drop.ts';
import { Hosts } from './hosts.ts';

/** Takes the title and, for a published site, the URL from the repository if they are not configured. */
function addFallbacks(site: Site): void {
  const github = new GithubDrop(site);
  const isUnset = (key: string) => !isTruthy(dig(site.config, key));
  if (isUnset('title') && !isUnset('name')) {
    site.log.warn(
      'GitHub Metadata:',
      "site.name is set in _config.yml, but many plugins and themes expect site.title to be used instead. To avoid potential inconsistency, Jekyll GitHub Metadata will not set site.title to the repository's name.",
    );
  } else if (isUnset('title')) {
    site.setConfig('title', github.get(github.get('is_user_page') === true ? 'owner_name' : 'repository_name'));
  }
  if (site.environment !== 'production' && !new Hosts(site.variables).isPageBuild) return;
  if (isUnset('url')) site.setConfig('url', new URL(toText(github.get('url'))).origin);
  if (isUnset('baseurl') || dig(site.config, 'baseurl') === '/') site.setConfig('baseurl', github.get('baseurl'));
}

/** A mapping under `github:` in the configuration overrides single values, deeply; any other value replaces the whole. */
function addDrop(site: Site, tools: PluginTools): void {
  const configured = site.config.get('github') ?? new Map();
  // A watched site keeps the drop of the build before.
  const overrides = configured instanceof GithubDrop ? configured.overrides : configured;
  if (!(overrides instanceof Map)) return;
  const isNewer = isLockedSince(tools, 'jekyll-github-metadata', '2.16.1');
  site.setConfig('github', new GithubDrop(site, { overrides, isNewer }));
}

function editUrl(context: Context): string {
  const site = context.register(SITE);
  const github = dig(context.environments[0], 'site', 'github');
  const repository = dig(github, 'repository_url');
  const branch = dig(github, 'source', 'branch');
  const folder = dig(github, 'source', 'path');
  const path = dig(context.register(PAGE), 'path');
  if ([repository, branch, folder, path].some((part) => isNil(part))) {
    site.log.warn('JekyllEditLink:', 'Cannot generate edit URLs due to missing site.github data');
    return '';
  }
  const parts = [repository, 'edit', branch, folder, path].map((part) => toText(part).replace(/^\/|\/$/g, ''));
  return new URL(parts.filter((part) => part !== '').join('/')).href;
}

const parseEditLink: TagParser = (tag) => {
  const match = /"(.*)"|'(.*)'/.exec(tag.markup);
  const text = match?.[1] ?? match?.[2];
  return {
    render: (context) => (text === undefined ? editUrl(context) : `<a href="${editUrl(context)}">${text}</a>`),
  };
};

/** jekyll-github-metadata: `site.github`, from the environment and git, without contacting GitHub. */
export default definePlugin({
  name: 'jekyll-github-metadata',
  isSafe: true,
  tags: { github_edit_link: { parse: parseEditLink } },
  hooks: [
    { owner: 'site', event: 'after_init', run: addFallbacks },
    { owner: 'site', event: 'pre_render', run: addDrop },
  ],
});
