import {
  cpSync,
  existsSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { build } from '../src/build/build.ts';
import { clarifyError } from '../src/commands/errors/clarify-error.ts';
import { printError } from '../src/commands/errors/print-error.ts';
import { withRubysLineEnds } from '../src/util/encoding.ts';
import { DiskTree } from '../src/util/files/disk-tree.ts';
import type { TreeEntry } from '../src/util/files/tree.ts';
import { Log } from '../src/util/program/log.ts';

/** How a topic is built and what else is checked: test/sites/README.md explains each key. */
interface Topic {
  readonly config: Record<string, unknown>;
  readonly config_files: readonly string[];
  readonly environment: Record<string, string>;
  readonly arguments: readonly string[];
  readonly theme?: { readonly name: string; readonly version: string; readonly folder: string };
  readonly mtime: string;
  readonly destination_before?: Record<string, string>;
  readonly exit: 0 | 1;
  readonly error?: string;
  readonly stderr?: readonly string[];
}

/** Lists folders in the same order everywhere: Jekyll follows the order of the file system, which differs from place to place. */
class OrderedTree extends DiskTree {
  override listUnsorted(directory: string): readonly TreeEntry[] {
    return [...this.list(directory)].reverse();
  }
}

const root = join(import.meta.dirname, 'sites');
const work = realpathSync(mkdtempSync(join(tmpdir(), 'sites-')));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function walk(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function touchAll(folder: string, time: Date): void {
  for (const path of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
    lutimesSync(join(folder, path), time, time);
  }
}

/** Copies a topic's source and theme to an empty folder, and prepares the destination. */
function prepare(name: string, topic: Topic): { source: string; destination: string; gems: string } {
  const folder = join(work, name);
  const [source, destination, gems] = ['source', 'out', 'gems'].map((part) => join(folder, part)) as [
    string,
    string,
    string,
  ];
  cpSync(join(root, name, 'source'), source, { recursive: true, verbatimSymlinks: true });
  touchAll(source, new Date(topic.mtime));
  for (const [path, text] of Object.entries(topic.destination_before ?? {})) {
    mkdirSync(dirname(join(destination, path)), { recursive: true });
    writeFileSync(join(destination, path), text);
  }
  if (topic.theme !== undefined) {
    const { name: theme, version, folder: from } = topic.theme;
    cpSync(join(root, name, from), join(gems, 'gems', `${theme}-${version}`), { recursive: true });
    const specification = readdirSync(join(root, name, from)).find((file) => file.endsWith('.gemspec')) ?? '';
    const to = join(gems, 'specifications', `${theme}-${version}.gemspec`);
    cpSync(join(root, name, from, specification), to);
  }
  return { source, destination, gems };
}

/** The command-line arguments that topics use, as configuration keys. */
function readArguments(words: readonly string[]): Record<string, unknown> {
  const overrides: Record<string, unknown> = {};
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--drafts') overrides['show_drafts'] = true;
    else if (word === '--limit_posts') overrides['limit_posts'] = Number(words[++at]);
    else if (['--future', '--unpublished', '--safe', '--strict_front_matter'].includes(word))
      overrides[word.slice(2)] = true;
    else throw new Error(`the runner does not know ${word}`);
  }
  return overrides;
}

async function run(name: string, topic: Topic): Promise<{ printed: string; destination: string; failure: unknown }> {
  const { source, destination, gems } = prepare(name, topic);
  const overlay = join(work, name, 'overlay.yml');
  writeFileSync(overlay, JSON.stringify(topic.config, null, 2));
  let printed = '';
  const keep = (text: string): void => {
    printed += text;
  };
  const environment = { ...topic.environment, ...(topic.theme === undefined ? {} : { GEM_PATH: gems }) };
  const config = [...topic.config_files.map((file) => join(source, file)), overlay];
  try {
    const overrides = { ...readArguments(topic.arguments), config, source, destination };
    await build({
      log: new Log({ out: keep, err: keep }),
      overrides,
      environment,
      folder: source,
      tree: new OrderedTree(),
    });
    return { printed, destination, failure: undefined };
  } catch (failure) {
    return { printed, destination, failure };
  }
}

/** On Windows Jekyll reads, and so writes, other line ends than where it wrote what is expected. */
function read(path: string): string {
  return withRubysLineEnds(readFileSync(path, 'latin1'));
}

/** @param hasOlderSass whether Jekyll had version 2 of jekyll-sass-converter, which ends style sheets differently */
function expectSameFiles(expected: string, actual: string, hasOlderSass: boolean): void {
  expect(walk(actual)).toEqual(walk(expected));
  for (const file of walk(expected)) {
    const texts = [actual, expected].map((folder) => read(join(folder, file)));
    const [text, other] = hasOlderSass && file.endsWith('.css') ? texts.map((css) => css.trimEnd()) : texts;
    expect(text, file).toBe(other);
  }
}

async function check(name: string): Promise<void> {
  const topic: Topic = JSON.parse(readFileSync(join(root, name, 'site.json'), 'utf8'));
  const { printed, destination, failure } = await run(name, topic);
  if (topic.exit === 1) {
    expect(failure, 'the build has to fail').toBeInstanceOf(Error);
    expect(`${printed}${describeFailure(failure, join(work, name, 'source'))}`).toContain(topic.error);
    return;
  }
  if (failure !== undefined) throw failure;
  const hasOlderSass = !existsSync(join(root, name, 'source/Gemfile'));
  expectSameFiles(join(root, name, 'expected'), destination, hasOlderSass);
  for (const text of topic.stderr ?? []) expect(printed).toContain(text);
}

/** What the command line prints for an error. */
function describeFailure(failure: unknown, folder: string): string {
  let text = '';
  const write = (piece: string): void => {
    text += piece;
  };
  const terminal = { out: write, err: write, isInteractive: false, colors: false, environment: {}, folder };
  printError(clarifyError(failure, folder), terminal, { trace: false });
  return text;
}

const topics = readdirSync(root).filter((name) => existsSync(join(root, name, 'site.json')));

/** On Windows, Git usually checks a link out as a file that holds its target. */
const hasLinks = lstatSync(join(root, 'static-symlinks/source/one.txt')).isSymbolicLink();

/** Whether a topic cannot be as it is expected on this system. The excerpt of a text with CR LF is another where Ruby reads LF. */
function isElsewhere(name: string): boolean {
  return name === 'static-symlinks' ? !hasLinks : name === 'excerpt-crlf' && process.platform === 'win32';
}

describe('a tiny site for every feature, as Jekyll builds it', () => {
  for (const name of topics) test.skipIf(isElsewhere(name))(name, () => check(name));
});
