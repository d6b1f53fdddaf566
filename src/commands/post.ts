import { slugify } from '../util/slugify.ts';
import type { RunCommand } from './command-line/command.ts';
import { joinWords, readComposition } from './compose/composition.ts';
import { createDocument, defaultFrontMatter, openDocument } from './compose/create-document.ts';
import { textOf } from './settings.ts';

/** `post NAME`: creates a post with today's date, or that of `--date`, with nothing but front matter. */
export const runPost: RunCommand = async (invocation) => {
  const composition = readComposition(invocation);
  const title = joinWords(invocation.words, 'a name', 'post "A day at the lake"');
  const path = `_posts/${composition.day}-${slugify(title)}.${textOf(invocation.flags, 'extension', 'md')}`;
  const frontMatter = new Map<unknown, unknown>([
    ['layout', textOf(invocation.flags, 'layout', 'post')],
    ['title', title],
    ['date', composition.moment],
    ...defaultFrontMatter(composition.config, 'posts'),
  ]);
  createDocument(composition, { kind: 'post', path, frontMatter });
  openDocument(composition, path);
  return 0;
};
