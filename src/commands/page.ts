import { slugify } from '../util/slugify.ts';
import type { RunCommand } from './command-line/command.ts';
import { joinWords, readComposition } from './compose/composition.ts';
import { createDocument } from './compose/create-document.ts';
import { textOf } from './settings.ts';

/** `page NAME`: creates a page at the top of the site. As in jekyll-compose, it gets no default front matter and is not opened. */
export const runPage: RunCommand = async (invocation) => {
  const composition = readComposition(invocation);
  const title = joinWords(invocation.words, 'a name', 'page "About us"');
  createDocument(composition, {
    kind: 'page',
    path: `${slugify(title)}.${textOf(invocation.flags, 'extension', 'md')}`,
    frontMatter: new Map([
      ['layout', textOf(invocation.flags, 'layout', 'page')],
      ['title', title],
    ]),
  });
  return 0;
};
