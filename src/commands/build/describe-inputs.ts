import { existsSync } from 'node:fs';
import { isOfRubyFiles } from '../../build/plugins/run-ruby-files.ts';
import { relativePath, shortenPath } from '../../util/files/paths.ts';

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
    const [kind, name] = splitInput(input);
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
  const [kind, name] = splitInput(reason);
  if (kind === 'plugin') return describeUntracked(name);
  // A kind without words is a list that a page iterated over.
  const words = CHANGED.get(kind) ?? `the list of ${kind}`;
  const shown = kind === 'file' || kind === 'folder' ? relativePath(source, name) : sourceOf(name);
  return `${words.replace('*', () => shown)} changed`;
}

/** Says why nothing is recorded because of a plugin. Files in Ruby cannot declare it. */
export function describeUntracked(plugin: string): string {
  return isOfRubyFiles(plugin)
    ? `nobody can tell what ${plugin} read`
    : `the plugin ${plugin} does not declare \`readsAreRecorded\``;
}

/**
 * The source of an output, given the name that builds record it by: the source, followed by the output's URL where there may be more.
 *
 * @example
 * sourceOf('_posts/a.md>/a.html') // '_posts/a.md'
 */
export function sourceOf(output: string): string {
  return output.replace(/>[^>]*$/, '');
}

/** What a recorded name consists of: `layout:post` is the layout named post. One without a colon is all kind. */
function splitInput(input: string): readonly [kind: string, name: string] {
  const [, kind = input, name = ''] = /^([a-z-]+):(.*)$/s.exec(input) ?? [];
  return [kind, name];
}

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
  if (kind !== 'file' && kind !== 'folder') return name === '' ? undefined : sourceOf(name);
  return existsSync(name) ? shortenPath(name, source) : undefined;
}
