import { basename } from 'node:path';
import { isTruthy } from '../util/values/is-truthy.ts';
import type { RunCommand } from './command-line/command.ts';
import { joinWords, placeOf, readComposition } from './compose/composition.ts';
import { moveDocument } from './compose/move-document.ts';

/** `publish DRAFT_PATH`: moves a draft to the posts. A date that its front matter already has is kept. */
export const runPublish: RunCommand = async (invocation) => {
  const composition = readComposition(invocation);
  const from = placeOf(composition, joinWords(invocation.words, 'a draft path', 'publish _drafts/plan.md'));
  moveDocument(composition, {
    kinds: ['draft', 'post'],
    from,
    to: placeOf(composition, `_posts/${composition.day}-${basename(from)}`),
    change: (frontMatter) => {
      const date = frontMatter.get('date');
      if (!isTruthy(date)) frontMatter.set('date', composition.moment);
    },
  });
  return 0;
};
