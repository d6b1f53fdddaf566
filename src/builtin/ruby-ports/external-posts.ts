import { definePlugin, isNil, type Site } from '../../plugin/plugin.ts';

function warnOfSources(site: Site): void {
  if (isNil(site.config.get('external_sources'))) return;
  site.log.warn(
    'External posts:',
    'Builds ask no network, so the posts of `external_sources` are left out. Posts with `redirect: URL` in _posts can stand in for them.',
  );
}

/** `external-posts.rb`, which adds the posts of feeds and pages elsewhere. */
export default definePlugin({
  name: 'external-posts.rb',
  readsAreRecorded: true,
  followsFrontMatter: true,
  generators: [{ name: 'ExternalPostsGenerator', priority: 'high', generate: warnOfSources }],
});
