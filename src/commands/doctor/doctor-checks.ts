import type { Site } from '../../site/site.ts';
import { internalsOf } from '../../site/site-internals.ts';
import { isNil } from '../../util/values/is-nil.ts';
import { isTruthy } from '../../util/values/is-truthy.ts';
import { describeConflict, findConflicts } from '../../writer/conflicts.ts';
import { findMisspeltKeys } from './misspelt-keys.ts';
import { findOldSettings } from './old-settings.ts';
import { findOverlookedTexts } from './overlooked-texts.ts';

/** A problem that a check found, as lines of the log: topic and message. */
type Finding = readonly (readonly [topic: string, message: string])[];

/** All checks: Jekyll's in its order, then ours. */
export const CHECKS: readonly ((site: Site) => readonly Finding[])[] = [
  findRelativePermalinks,
  findConflictingUrls,
  findUrlsThatDifferByCase,
  findMissingUrl,
  findInvalidUrl,
  findRelativeUrl,
  findMisplacedPosts,
  (site) => findMisspeltKeys(site.config).map(describeMisspeltKey),
  (site) => findOldSettings(site.config).map(asWarning),
  (site) => findOverlookedTexts(site).map(asWarning),
];

function findRelativePermalinks(site: Site): readonly Finding[] {
  const value = site.config.get('relative_permalinks');
  if (!isTruthy(value)) return [];
  return [[['Deprecation:', 'Your site still uses relative permalinks, which was removed in Jekyll v3.0.0.']]];
}

function findConflictingUrls(site: Site): readonly Finding[] {
  return findConflicts(site).map((conflict) => {
    const [topic, message, more] = describeConflict(conflict);
    return [[topic, message], ...more.map((line) => ['', line] as const), ['', '']];
  });
}

function findUrlsThatDifferByCase(site: Site): readonly Finding[] {
  const spellings = new Map<string, Set<string>>();
  for (const item of site.files()) {
    if (item.kind === 'static-file') continue;
    const key = item.destination.toLowerCase();
    spellings.set(key, (spellings.get(key) ?? new Set()).add(item.destination));
  }
  const different = [...spellings.values()].filter((destinations) => destinations.size > 1);
  return different.map((destinations) => [
    [
      'Warning:',
      'The following URLs only differ by case. On a case-insensitive file system one of the URLs will be ' +
        `overwritten by the other: ${[...destinations].join(', ')}`,
    ],
  ]);
}

function findMissingUrl(site: Site): readonly Finding[] {
  const url = site.config.get('url');
  if (!isNil(url) && url !== '') return [];
  return [[['Warning:', "You didn't set an URL in the config file, you may encounter problems with some plugins."]]];
}

function findInvalidUrl(site: Site): readonly Finding[] {
  const url = site.config.get('url');
  if (isNil(url) || typeof url === 'string') return [];
  return [[['Warning:', 'The site URL does not seem to be valid, check the value of `url` in your config file.']]];
}

function findRelativeUrl(site: Site): readonly Finding[] {
  const url = site.config.get('url');
  if (typeof url === 'string' && /^[a-z][a-z\d+.-]*:/i.test(url)) return [];
  return [[['Warning:', 'Your site URL does not seem to be absolute, check the value of `url` in your config file.']]];
}

function findMisplacedPosts(site: Site): readonly Finding[] {
  const { directory } = internalsOf(site).collectionsFolder;
  if (directory === '') return [];
  const posts = site.inSource('_posts');
  if (site.tree.status(posts)?.kind !== 'directory') return [];
  return [
    [
      ['Warning:', "Detected '_posts' directory outside custom `collections_dir`!"],
      ['', `Please move '${posts}' into the custom directory at '${site.inSource(directory)}'`],
    ],
  ];
}

const asWarning = (message: string): Finding => [['Warning:', message]];

const describeMisspeltKey = ([key, setting]: readonly [string, string]): Finding => [
  ['Warning:', `The configuration has '${key}', which is only a value for templates. Did you mean '${setting}'?`],
];
