import { slugify } from '../util/slugify.ts';
import type { RunCommand } from './command-line/command.ts';
import { joinWords, readComposition } from './compose/composition.ts';
import { createDocument, defaultFrontMatter, openDocument } from './compose/create-document.ts';
import { textOf } from './settings.ts';

/** `draft NAME`: creates a draft with nothing but front matter. */
export const runDraft: RunCommand = async (invocation) => {
  const composition = readComposition(invocation);
  const title = joinWords(invocation.words, 'a name', 'draft "A day at the lake"');
  const path = `_drafts/${slugify(title)}.${textOf(invocation.flags, 'extension', 'md')}`;
  const frontMatter = new Map<unknown, unknown>([
    ['layout', textOf(invocation.flags, 'layout', 'post')],
    ['title', title],
    ...defaultFrontMatter(composition.config, 'drafts'),
  ]);
  createDocument(composition, { kind: 'draft', path, frontMatter });
  openDocument(composition, path);
  return 0;
};
