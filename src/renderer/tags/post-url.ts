import { UttersonError } from '../../errors.ts';
import type { TagDefinition } from '../../plugin/define-plugin.ts';
import { SITE, TOOLS } from '../../plugin/registers.ts';
import type { Document } from '../../site/document.ts';
import type { Site } from '../../site/site.ts';
import { internalsOf } from '../../site/site-internals.ts';
import { parseDate } from '../../util/time/ruby-date-parse.ts';
import { strip } from '../../util/values/ruby-text.ts';
import { Addressed } from '../filters/url-filters.ts';
import { ItemIndex } from '../item-index.ts';

/** Folders, date and slug. The folders are matched greedily. */
const POST_NAME = /^((?:.+\/)*)(\d+-\d+-\d+)-(.*)$/m;

interface PostName {
  readonly given: string;
  /** With a trailing slash, or empty. */
  readonly folder: string;
  readonly date: string;
  readonly slug: string;
}

/** `{% post_url 2024-01-01-hello %}`: the URL of the post with this file name. */
export const postUrlTag: TagDefinition = {
  parse: (tag) => {
    const name = readPostName(strip(tag.markup));
    return {
      render: (context) => {
        const post = findPost(name, context.register(SITE));
        return context.register(TOOLS).filter('relative_url', new Addressed(post));
      },
    };
  },
};

function readPostName(given: string): PostName {
  const match = POST_NAME.exec(given.replace(/^\//, ''));
  if (match === null) {
    throw new UttersonError(
      'PostURLError',
      `Could not parse name of post "${given}" in tag 'post_url'.\n Make sure the post exists and the name is correct.`,
      { hint: `'${given}' does not contain valid date and/or title.` },
    );
  }
  const [, folder = '', date = '', slug = ''] = match;
  return { given, folder, date, slug };
}

function findPost(name: PostName, site: Site): Document {
  const post = findByPath(name, site) ?? findBySlug(name, site);
  if (post !== undefined) return post;
  throw new UttersonError(
    'PostURLError',
    `Could not find post "${name.given}" in tag 'post_url'.\n\nMake sure the post exists and the name is correct.\n`,
    { hint: 'A post is named as its file, without the extension: {% post_url 2024-12-31-name %}.' },
  );
}

/** Finds a post by its path. The folder may come after `_posts/` or before `_posts`. */
function findByPath(name: PostName, site: Site): Document | undefined {
  const file = `${name.date}-${name.slug}`;
  const starts = [`_posts/${name.folder}${file}.`, `${name.folder}_posts/${file}.`, `${name.folder}_posts${file}.`];
  return ItemIndex.of(site)
    .postsNamed(file)
    .find((post) => starts.some((start) => pathOf(post, site).startsWith(start)));
}

/** The path below the folder that holds the site's `_posts`. */
function pathOf({ relativePath }: Document, site: Site): string {
  const { postsFolder } = internalsOf(site).edition;
  return relativePath.startsWith(`${postsFolder}/`) ? relativePath.slice(postsFolder.length + 1) : relativePath;
}

/** Finds a post as older versions of Jekyll did, with a warning: by slug and day, in any folder. */
function findBySlug(name: PostName, site: Site): Document | undefined {
  const date = parseDate(name.date, site.clock, `'${name.date}' does not contain valid date and/or title.`);
  const post = site.posts.docs.find(
    (other) =>
      other.value('slug') === name.slug &&
      other.date.year === date.year &&
      other.date.month === date.month &&
      other.date.day === date.day,
  );
  if (post !== undefined) {
    site.log.warn(
      'Deprecation:',
      `A call to '{% post_url ${name.given} %}' did not match a post using the new matching method of checking name ` +
        "(path-date-slug) equality. Please make sure that you change this tag to match the post's name exactly.",
    );
  }
  return post;
}
