import { basename } from 'node:path';
import type { RunCommand } from './command-line/command.ts';
import { joinWords, placeOf, readComposition } from './compose/composition.ts';
import { moveDocument } from './compose/move-document.ts';

/** `unpublish POST_PATH`: moves a post back to the drafts, without its date. */
export const runUnpublish: RunCommand = async (invocation) => {
  const composition = readComposition(invocation);
  const from = placeOf(composition, joinWords(invocation.words, 'a post path', 'unpublish _posts/2024-12-31-plan.md'));
  const name = basename(from).replace(/\d{4}-\d{2}-\d{2}-/, '');
  moveDocument(composition, {
    kinds: ['post', 'draft'],
    from,
    to: placeOf(composition, `_drafts/${name}`),
    change: (frontMatter) => {
      frontMatter.delete('date');
    },
  });
  return 0;
};
