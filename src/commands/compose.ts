import { UttersonError } from '../errors.ts';
import { asHash } from '../site/hash.ts';
import { slugify } from '../util/slugify.ts';
import type { RunCommand } from './command-line/command.ts';
import { type Composition, joinWords, readComposition } from './compose/composition.ts';
import { createDocument, defaultFrontMatter, openDocument } from './compose/create-document.ts';
import { textOf } from './settings.ts';

type Flags = ReadonlyMap<string, unknown>;

/** `compose NAME`: creates a document in any collection; only a post has the date in its file name. */
export const runCompose: RunCommand = async (invocation) => {
  const { flags, words } = invocation;
  const composition = readComposition(invocation);
  const collection = collectionOf(flags);
  const title = joinWords(words, 'a name', 'compose "Apple pie" --collection recipes');
  const name = `${slugify(title)}.${textOf(flags, 'extension', 'md')}`;
  const path = `_${collection}/${collection === 'posts' ? `${composition.day}-${name}` : name}`;
  const frontMatter = new Map<unknown, unknown>([
    ['layout', textOf(flags, 'layout', 'post')],
    ['title', title],
    ['date', composition.moment],
    ...defaultFrontMatter(composition.config, collection),
  ]);
  createDocument(composition, { kind: kindOf(collection), path, frontMatter });
  warnOfCollection(collection, composition);
  openDocument(composition, path);
  return 0;
};

function collectionOf(flags: Flags): string {
  if (['post', 'draft', 'collection'].filter((key) => flags.has(key)).length > 1) {
    const message = 'You can only specify one of --post, --draft, or --collection COLLECTION.';
    throw new UttersonError('InvalidUsage', message);
  }
  return textOf(flags, 'collection', flags.has('draft') ? 'drafts' : 'posts');
}

/** jekyll-compose says nothing about a collection that the site does not have, and so never shows. */
function warnOfCollection(collection: string, { config, log }: Composition): void {
  if (collection === 'drafts' || asHash(config.get('collections')).has(collection)) return;
  log.warn(`There is no collection '${collection}' yet. Add it to \`collections\` in _config.yml.`);
}

function kindOf(collection: string): 'post' | 'draft' | 'file' {
  if (collection === 'posts') return 'post';
  return collection === 'drafts' ? 'draft' : 'file';
}
