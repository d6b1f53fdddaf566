import { posix } from 'node:path';
import { UttersonError } from '../errors.ts';
import { slugify } from '../util/slugify.ts';
import type { RunCommand } from './command-line/command.ts';
import { placeOf, readComposition } from './compose/composition.ts';
import { moveDocument } from './compose/move-document.ts';

/** `rename PATH NAME`: gives a document another title, and its file the name that goes with it. */
export const runRename: RunCommand = async (invocation) => {
  const { words, flags } = invocation;
  const composition = readComposition(invocation);
  const [path, ...rest] = words;
  if (path === undefined || rest.length === 0) fail('You must specify current path and the new title.');
  if (flags.has('date') && flags.has('now')) fail('You can only specify one of --date DATE or --now.');
  const title = rest.join(' ');
  const isDated = flags.has('date') || flags.has('now');
  const folder = posix.dirname(path);
  const kind = kindOf(folder);
  const day = kind === 'post' ? `${isDated ? composition.day : dayOf(path)}-` : '';
  moveDocument(composition, {
    kinds: [kind, kind],
    from: placeOf(composition, path),
    to: placeOf(composition, `${folder}/${day}${slugify(title)}.md`),
    change: (frontMatter) => {
      frontMatter.set('title', title);
      if (isDated) frontMatter.set('date', composition.moment);
    },
  });
  return 0;
};

/** As in jekyll-compose, only posts and drafts at the top of the site are recognized as such. */
function kindOf(folder: string): 'post' | 'draft' | 'file' {
  if (folder === '_posts') return 'post';
  return folder === '_drafts' ? 'draft' : 'file';
}

/** The date in a post's file name, with month and day padded to two digits. */
function dayOf(path: string): string {
  const [, year, month = '', day = ''] = /^(\d{2,4})-(\d{1,2})-(\d{1,2})-/.exec(posix.basename(path)) ?? [];
  if (year === undefined) fail(`The name of '${path}' has no date.`);
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function fail(message: string): never {
  throw new UttersonError('InvalidUsage', message, {
    hint: 'For example: utterson rename _drafts/plan.md "A better plan"',
  });
}
