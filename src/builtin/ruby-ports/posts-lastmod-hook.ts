import { type Document, definePlugin } from '../../plugin/plugin.ts';
import { historyOf } from '../git-history.ts';

/** Git's line about the last commit, with the line break: what the Ruby file takes from its output as it is. */
function setTime(post: Document): void {
  const [last, earlier] = historyOf(post.site).lastCommits(post.relativePath, 2);
  if (last !== undefined && earlier !== undefined) post.data.set('last_modified_at', `${last.authored}\n`);
}

/** `posts-lastmod-hook.rb`, which every site made with the theme Chirpy has: `last_modified_at` of a post with more than one commit. */
export default definePlugin({
  name: 'posts-lastmod-hook.rb',
  readsAreRecorded: true,
  hooks: [{ owner: 'posts', event: 'post_init', run: setTime }],
});
