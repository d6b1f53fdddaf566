import type { ReadonlyHash } from '../../site/hash.ts';

/** Markdown processors of Jekyll 1 to 3, with which the first page in Markdown stops a build. */
const OLD_PROCESSORS: readonly unknown[] = ['maruku', 'rdiscount', 'redcarpet'];

/** Keys that named a folder before Jekyll 3, and the keys that do so now. */
const RENAMED_FOLDERS: readonly (readonly [old: string, now: string])[] = [
  ['data_source', 'data_dir'],
  ['layouts', 'layouts_dir'],
];

/**
 * Settings of earlier versions of Jekyll that mean nothing to Jekyll 4, or stop it, each as a sentence that says what to write.
 *
 * @example
 * findOldSettings(new Map([['markdown', 'redcarpet']])) // ['Jekyll 4 has no redcarpet, and …']
 */
export function findOldSettings(config: ReadonlyHash): readonly string[] {
  return [...findOldProcessor(config), ...findGems(config), ...findRenamedFolders(config)];
}

function findOldProcessor(config: ReadonlyHash): readonly string[] {
  const processor = config.get('markdown');
  if (!OLD_PROCESSORS.includes(processor)) return [];
  return [
    `Jekyll 4 has no ${processor}, and stops at the first page in Markdown. Write markdown: kramdown, or leave the line out.`,
  ];
}

function findGems(config: ReadonlyHash): readonly string[] {
  const gems = config.get('gems');
  if (!Array.isArray(gems)) return [];
  const plugins = config.get('plugins');
  const unnamed = gems.filter((gem) => !Array.isArray(plugins) || !plugins.includes(gem));
  if (unnamed.length === 0) return [];
  return [`What is named under gems: counts no more since Jekyll 4. Write plugins: [${unnamed.join(', ')}]`];
}

function findRenamedFolders(config: ReadonlyHash): readonly string[] {
  return RENAMED_FOLDERS.flatMap(([old, now]) => {
    const folder = config.get(old);
    return typeof folder === 'string' ? [`${old}: counts no more since Jekyll 3. Write ${now}: ${folder}`] : [];
  });
}
