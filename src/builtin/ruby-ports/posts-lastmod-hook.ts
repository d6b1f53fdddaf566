import { type Document, definePlugin, type Plugin } from '../../plugin/plugin.ts';
import { historyOf } from '../shared/git-history.ts';

/**
 * `posts-lastmod-hook.rb`, which every site made with the theme Chirpy has: `last_modified_at` of posts that have been changed.
 *
 * @param least how many commits a post must have: two, but some sites want more
 */
function pluginFor(least: number): Plugin {
  const setTime = (post: Document): void => {
    const commits = historyOf(post.site).lastCommits(post.relativePath, least);
    const [last] = commits;
    // Git's line with its line break: the Ruby file takes the output as it is.
    if (last !== undefined && commits.length === least) post.data.set('last_modified_at', `${last.authored}\n`);
  };
  return definePlugin({
    name: 'posts-lastmod-hook.rb',
    readsAreRecorded: true,
    hooks: [{ owner: 'posts', event: 'post_init', run: setTime }],
  });
}

export const afterOneCommit = pluginFor(1);
export const afterTwoCommits = pluginFor(2);
export const afterSixCommits = pluginFor(6);
export const afterElevenCommits = pluginFor(11);
