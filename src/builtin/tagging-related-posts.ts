import { compare, type Document, definePlugin, dig, type Site } from '../plugin/plugin.ts';

/** Posts that share tags with a document: those with more of them, and with rarer ones, go first; of equal ones the newer. */
function relatedByTags(document: Document): readonly Document[] {
  const { site } = document;
  site.noteRead('tags');
  const own = dig(document, 'tags');
  if (site.posts.docs.length < 2 || !Array.isArray(own)) return [];
  const most = Math.max(...[...site.tags.values()].map((posts) => posts.length));
  const scores = new Map<Document, number>();
  for (const tag of new Set(own)) {
    const posts = site.tags.get(tag) ?? [];
    for (const post of posts) scores.set(post, (scores.get(post) ?? 0) + 1 + most - posts.length);
  }
  scores.delete(document);
  const byScore = ([a, first]: [Document, number], [b, second]: [Document, number]): number =>
    second - first || (compare(b.date, a.date) ?? 0);
  return [...scores].sort(byScore).map(([post]) => post);
}

function relate(site: Site): void {
  site.relatedPosts = relatedByTags;
}

/** jekyll-tagging-related_posts: `site.related_posts` are posts that share tags. */
export default definePlugin({
  name: 'jekyll-tagging-related_posts',
  isSafe: true,
  followsFrontMatter: true,
  hooks: [{ owner: 'site', event: 'after_reset', run: relate }],
});
