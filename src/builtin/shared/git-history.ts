import { dirname, resolve } from 'node:path';
import type { Site } from '../../plugin/plugin.ts';
import { feedGit, runGit } from './git.ts';

/** A commit, as far as the files of a site are concerned. */
interface Commit {
  /** When it was committed, in seconds. */
  readonly seconds: number;
  /** When its author wrote it, as `git log --date=iso` shows it: `2024-03-05 10:00:00 +0100`. */
  readonly authored: string;
}

interface Node extends Commit {
  readonly tree: string;
  readonly parents: Parent[];
}

interface Parent {
  /** Undefined before the first commit of all. */
  readonly node: Node | undefined;
  /** The paths that differ between this parent and the commit. */
  readonly changed: ReadonlySet<string>;
}

/** A commit as git lists it, and the paths that differ from its parent, if it has no more than one. */
interface Listed {
  readonly node: Node;
  readonly parentNames: readonly string[];
  readonly changed: Set<string>;
}

const COMMIT = '\u0001';
const PART = '\u0002';
const NONE: ReadonlySet<string> = new Set();
/** Paths are those of the repository, a renamed file is two, and settings of the user make no difference. */
const PATHS = ['--no-renames', '--no-relative', '--name-only', '-z'] as const;
const LOG = [
  ...['-c', 'log.follow=false', '-c', 'log.showRoot=true', 'log', '--full-history', '--sparse', '--diff-merges=off'],
  ...['--date=iso', `--format=${COMMIT}%H${PART}%T${PART}%P${PART}%ct${PART}%ad`],
] as const;

/**
 * The history of the files in a folder. Git is asked once for all of them: asking it for each, as Ruby plugins do, takes
 * seconds in a large site.
 */
export class GitHistory {
  readonly #head: Node | undefined;
  /** The folder's place in the repository: empty, or with a slash at its end. */
  readonly #prefix: string;

  constructor(folder: string) {
    this.#prefix = runGit(folder, 'rev-parse', '--show-prefix')?.trimEnd() ?? '';
    const listed = readCommits(runGit(folder, ...LOG, ...PATHS, 'HEAD', '--', '.') ?? '');
    this.#head = listed.values().next().value?.node;
    link(folder, listed);
  }

  /**
   * The last commits that changed a file, as `git log -- FILE` lists them: newest first, and without the branches that a merge
   * took nothing from.
   *
   * @param path relative to the folder
   */
  lastCommits(path: string, most: number): readonly Commit[] {
    const name = this.#prefix + path;
    const found: Commit[] = [];
    const waiting: Node[] = [];
    const seen = new Set<Node>();
    let node = this.#head;
    while (node !== undefined && found.length < most) {
      const same = unchangedParent(node, name);
      if (same === undefined) found.push(node);
      const { parents }: Node = node;
      const only = same ?? (parents.length === 1 ? parents[0] : undefined);
      // While there is one branch, it is only followed.
      if (only !== undefined && waiting.length === 0) node = only.node;
      else {
        for (const parent of only === undefined ? parents : [only]) insertByTime(waiting, parent.node, seen);
        node = waiting.shift();
      }
    }
    return found;
  }
}

/** The first parent from which a file does not differ. */
function unchangedParent({ parents }: Node, path: string): Parent | undefined {
  for (const parent of parents) if (!parent.changed.has(path)) return parent;
  return undefined;
}

/** Git looks at the newest commit next, and of commits of one second at the one that it found first. */
function insertByTime(waiting: Node[], node: Node | undefined, seen: Set<Node>): void {
  if (node === undefined || seen.has(node)) return;
  seen.add(node);
  const place = waiting.findIndex(({ seconds }) => seconds < node.seconds);
  waiting.splice(place === -1 ? waiting.length : place, 0, node);
}

/** The commits by name, newest first. */
function readCommits(log: string): ReadonlyMap<string, Listed> {
  const commits = new Map<string, Listed>();
  let changed = new Set<string>();
  for (const entry of log.split('\0')) {
    // The first path of a commit follows a line break.
    const text = entry.startsWith('\n') ? entry.slice(1) : entry;
    if (text.startsWith(COMMIT)) {
      changed = new Set();
      const [name = '', tree = '', parents = '', seconds = '', authored = ''] = text.slice(1).split(PART);
      const node = { seconds: Number(seconds), authored, tree, parents: [] };
      commits.set(name, { node, parentNames: parents.split(' '), changed });
    } else if (text !== '') changed.add(text);
  }
  return commits;
}

/** Leads each commit to its parents. */
function link(folder: string, commits: ReadonlyMap<string, Listed>): void {
  const pairOf = (node: Node, parent: string): string => `${commits.get(parent)?.node.tree ?? node.tree} ${node.tree}`;
  const merges = [...commits.values()].filter(({ parentNames }) => parentNames.length > 1);
  const pairs = merges.flatMap(({ node, parentNames }) => parentNames.map((parent) => pairOf(node, parent)));
  const changes = readChanges(folder, new Set(pairs));
  for (const { node, parentNames, changed } of commits.values()) {
    for (const name of parentNames) {
      const differing = parentNames.length === 1 ? changed : (changes.get(pairOf(node, name)) ?? NONE);
      node.parents.push({ node: commits.get(name)?.node, changed: differing });
    }
  }
}

/**
 * The paths that differ between pairs of trees. Of a merge git lists them only so: for a commit it does not say from which
 * parent they differ.
 */
function readChanges(folder: string, pairs: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const changes = new Map<string, Set<string>>();
  if (pairs.size === 0) return changes;
  const input = [...pairs].map((pair) => `${pair}\n`).join('');
  const text = feedGit(folder, input, 'diff-tree', '--stdin', '-r', ...PATHS, '--', '.') ?? '';
  let changed = new Set<string>();
  for (const entry of text.split('\0')) {
    // The line with a pair stands before its first path, and after the line of a pair that does not differ.
    const lines = entry.split('\n');
    while (pairs.has(lines[0] ?? '')) {
      changed = new Set();
      changes.set(lines.shift() ?? '', changed);
    }
    const path = lines.join('\n');
    if (path !== '') changed.add(path);
  }
  return changes;
}

interface KnownHistory {
  /** What changes with every commit. */
  readonly state: string;
  readonly history: GitHistory;
}

type Place = Pick<Site, 'tree' | 'source'>;

const bySite = new WeakMap<Place, GitHistory>();
/** Of the last site that was read from a tree: while a site is watched, its history is read again only after a commit. */
const byTree = new WeakMap<Site['tree'], KnownHistory>();

/** The history of a site's source. A commit is noticed by the next build that reads the site, like an edit of a file. */
export function historyOf(site: Place): GitHistory {
  const history = bySite.get(site) ?? readHistory(site);
  bySite.set(site, history);
  return history;
}

function readHistory({ tree, source }: Place): GitHistory {
  const state = readState(tree, source);
  const known = byTree.get(tree);
  if (known?.state === state) return known.history;
  const history = new GitHistory(source);
  byTree.set(tree, { state, history });
  return history;
}

/** Reads the files that git writes with a commit through the site's tree, which notes them for the next process. */
function readState(tree: Site['tree'], source: string): string {
  const [own, shared] = runGit(source, 'rev-parse', '--absolute-git-dir', '--git-common-dir')?.split('\n') ?? [];
  if (own === undefined || shared === undefined) {
    // Where there is no repository there may be one later.
    for (let folder = source; ; folder = dirname(folder)) {
      tree.status(`${folder}/.git`);
      if (folder === dirname(folder)) return '';
    }
  }
  const common = resolve(source, shared).replaceAll('\\', '/');
  const head = readText(tree, `${own}/HEAD`);
  const branch = /^ref: (\S+)/.exec(head)?.[1] ?? 'HEAD';
  const files = [branch, 'packed-refs', 'shallow', 'reftable/tables.list'].map((name) => `${common}/${name}`);
  return [head, ...files.map((file) => readText(tree, file))].join('\n');
}

function readText(tree: Site['tree'], path: string): string {
  return tree.status(path)?.kind === 'file' ? Buffer.from(tree.read(path)).toString('latin1') : '';
}
