import { existsSync } from 'node:fs';
import { isOfRubyFiles } from '../../build/plugins/run-ruby-files.ts';
import { relativePath } from '../../util/files/paths.ts';

/** The inputs of a page of one kind: `['layouts', ['default', 'post']]`. */
export type InputGroup = readonly [label: string, names: readonly string[]];

/** Labels by kind of input (the part of a recorded name before its colon), in the order in which they are shown. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ['source', 'source'],
  ['layout', 'layouts'],
  ['include', 'includes'],
  ['file', 'files'],
  ['folder', 'folders'],
  ['data', 'data'],
  ['config', 'configuration'],
  ['collection', 'lists of'],
  ['meta', 'front matter of'],
  ['content', 'text of'],
  ['neighbours', 'neighbours of'],
  ['time', 'time of the build'],
  ['clock', 'present time'],
  ['environment', 'environment'],
  ['git', 'repository'],
]);

/**
 * Groups the recorded inputs of a page by kind and names them as a reader knows them, with paths relative to the source.
 *
 * @example
 * describeInputs(['layout:post', 'source:_posts/a.md>/a.html'], '/site') // [['source', ['_posts/a.md']], ['layouts', ['post']]]
 */
export function describeInputs(inputs: readonly string[], source: string): readonly InputGroup[] {
  const groups = new Map<string, Set<string>>([...LABELS.values()].map((label) => [label, new Set()]));
  for (const input of inputs) {
    const [, kind = input, name = ''] = /^([a-z-]+):(.*)$/s.exec(input) ?? [];
    const label = LABELS.get(kind);
    const shown = label === undefined ? input : nameIn(kind, name, source);
    if (shown === undefined) continue;
    // A kind without a label is a list that a page iterated over.
    const group = label ?? 'lists of';
    groups.set(group, (groups.get(group) ?? new Set()).add(shown));
  }
  // An included file is listed by its name already.
  const files = groups.get('files');
  for (const include of groups.get('includes') ?? []) {
    for (const path of files ?? []) if (path.endsWith(`/${include}`)) files?.delete(path);
  }
  return [...groups].filter(([, names]) => names.size > 0).map(([label, names]) => [label, [...names]]);
}

/**
 * The names that a build records for a file that pages are made of: a layout, an include, data or a style sheet, of the site or of its
 * theme, where the site has no file of that name.
 *
 * @param path absolute
 * @param folderOf the absolute path of a folder that the configuration names: `layouts_dir`
 *
 * @example
 * inputsOfFile('/site/_layouts/post.html', folderOf) // ['file:/site/_layouts/post.html', 'layout:post']
 */
export function inputsOfFile(path: string, folderOf: (key: string) => string): readonly string[] {
  const nameBelow = (key: string, ofTheme: string): string => {
    const own = folderOf(key);
    if (path.startsWith(`${own}/`)) return path.slice(own.length + 1);
    const name = new RegExp(`.*/${ofTheme}/(.+)`).exec(path)?.[1] ?? '';
    return existsSync(`${own}/${name}`) ? '' : name;
  };
  const withoutExtension = (name: string) => name.replace(/\.[^./]*$/, '');
  const named = [
    ['layout', withoutExtension(nameBelow('layouts_dir', '_layouts'))],
    ['include', nameBelow('includes_dir', '_includes')],
    ['data', withoutExtension(nameBelow('data_dir', '_data').replace(/\/.*/, ''))],
  ];
  return [`file:${path}`, ...named.filter(([, name]) => name !== '').map(([kind, name]) => `${kind}:${name}`)];
}

/** The sources of outputs, given their names: an output's name is its source's, followed by its URL where there may be more. */
export function sourcesOf(outputs: readonly string[]): readonly string[] {
  return [...new Set(outputs.map(withoutUrl))];
}

/** Words for one input that changed, by its kind, with `*` for its name. */
const CHANGED: ReadonlyMap<string, string> = new Map([
  ['source', 'the source of *'],
  ['layout', 'the layout *'],
  ['include', 'the include *'],
  ['file', 'the file *'],
  ['folder', 'the folder *'],
  ['data', 'the data *'],
  ['config', 'the setting *'],
  ['collection', 'the list of *'],
  ['meta', 'the front matter of *'],
  ['content', 'the text of *'],
  ['unrendered', 'the text of *'],
  ['output', 'the output of *'],
  ['neighbours', 'what comes before or after *'],
  ['time', 'the time of the build'],
  ['clock', 'the present time'],
  ['environment', 'the environment'],
  ['git', "the repository's *"],
]);

/** Words for the reasons other than an input that changed. */
const OTHER_REASONS: ReadonlyMap<string, string> = new Map([
  ['new', 'not made before'],
  ['no record', 'no earlier build is recorded with this configuration'],
  ['shared destination', 'another page is written to the same file'],
  ['order', 'pages pass something on to the next one, and one of them changed'],
  ['leftover', 'pages pass something on to the next one, and one of them changed'],
  ['untracked', 'it reads something that cannot be recorded'],
]);

/**
 * Says why an item was rendered, given the reason that a build has noted.
 *
 * @example
 * describeReason('layout:post', '_posts/a.md>/a.html', '/site') // 'the layout post changed'
 */
export function describeReason(reason: string, item: string, source: string): string {
  if (reason === `source:${item}`) return 'its source changed';
  const other = OTHER_REASONS.get(reason);
  if (other !== undefined) return other;
  const [, kind = reason, name = ''] = /^([a-z-]+):(.*)$/s.exec(reason) ?? [];
  if (kind === 'plugin') return describeUntracked(name);
  // A kind without words is a list that a page iterated over.
  const words = CHANGED.get(kind) ?? `the list of ${kind}`;
  const shown = kind === 'file' || kind === 'folder' ? relativePath(source, name) : withoutUrl(name);
  return `${words.replace('*', () => shown)} changed`;
}

/** Says why nothing is recorded because of a plugin. Files in Ruby cannot declare it. */
export function describeUntracked(plugin: string): string {
  return isOfRubyFiles(plugin)
    ? `nobody can tell what ${plugin} read`
    : `the plugin ${plugin} does not declare \`readsAreRecorded\``;
}

/** The name of an item without the URL that follows its path. */
const withoutUrl = (name: string): string => name.replace(/>[^>]*$/, '');

/** Words for the recorded parts of a time that are named as in our code. */
const TIME_PARTS: ReadonlyMap<string, string> = new Map([
  ['exactSeconds', 'second'],
  ['nanoseconds', 'nanosecond'],
  ['isUtc', 'zone'],
  ['offset', 'zone'],
]);

/** A file that was looked for and not found is an input as well, but the page was not made from it: `undefined`. */
function nameIn(kind: string, name: string, source: string): string | undefined {
  if (kind === 'time' || kind === 'clock') return TIME_PARTS.get(name) ?? name;
  if (kind !== 'file' && kind !== 'folder') return name === '' ? undefined : withoutUrl(name);
  if (!existsSync(name)) return undefined;
  const path = relativePath(source, name);
  return path.startsWith('..') ? name : path;
}
