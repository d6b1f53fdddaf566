import type { ReadTree, TreeEntry } from '../util/files/tree.ts';

interface WalkOptions {
  /** Whether files and folders are included whose names begin with a dot. */
  readonly withDots: boolean;
}

/**
 * Lists everything below a folder, like Ruby's `Dir['** / *']` (without the blanks): linked folders are listed, but not
 * entered. The names are relative to the folder.
 */
export function walk(tree: ReadTree, directory: string, options: WalkOptions): TreeEntry[] {
  const found: TreeEntry[] = [];
  walkInto({ tree, options, found }, directory, '');
  return found;
}

interface Walk {
  readonly tree: ReadTree;
  readonly options: WalkOptions;
  readonly found: TreeEntry[];
}

function walkInto(state: Walk, directory: string, prefix: string): void {
  for (const entry of state.tree.list(directory)) {
    if (!state.options.withDots && entry.name.startsWith('.')) continue;
    const name = prefix + entry.name;
    state.found.push(prefix === '' ? entry : { name, kind: entry.kind, isLink: entry.isLink });
    if (entry.kind === 'directory' && !entry.isLink) walkInto(state, `${directory}/${entry.name}`, `${name}/`);
  }
}
