import { existsSync } from 'node:fs';
import { relativePath } from '../util/paths.ts';

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

/** A file that was looked for and not found is an input as well, but the page was not made from it: `undefined`. */
function nameIn(kind: string, name: string, source: string): string | undefined {
  if (kind !== 'file' && kind !== 'folder') return name === '' ? undefined : name.replace(/>[^>]*$/, '');
  if (!existsSync(name)) return undefined;
  const path = relativePath(source, name);
  return path.startsWith('..') ? name : path;
}
