import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';

/** What each room may import, from the table in docs/architecture.md, so that the page stays true. */
const MAY_IMPORT = readRooms(readFileSync(join(import.meta.dirname, '../docs/architecture.md'), 'utf8'));

function readRooms(page: string): ReadonlyMap<string, readonly string[]> {
  const rows = [...page.matchAll(/^\| `([\w.]+)\/?` \|.*\| ([^|]+) \|$/gm)];
  return new Map(rows.map(([, name = '', rooms = '']) => [name, rooms.startsWith('-') ? [] : rooms.split(' ')]));
}

const MAX_FILE_LINES = 400;
const MAX_FUNCTION_LINES = 50;

/** Files that may be longer than MAX_FILE_LINES: only tables of data. */
const LONG_FILES: readonly string[] = ['highlight/lexers/languages.ts', 'util/time/time-zone-names.ts'];

/** Functions that may be longer than MAX_FUNCTION_LINES, as `path:name`. */
const LONG_FUNCTIONS: readonly string[] = [];

const source = join(import.meta.dirname, '..', 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.split(sep).join('/'))
  .sort();
const read = (path: string): string => readFileSync(join(source, path), 'utf8');
const room = (path: string): string => path.split('/')[0] ?? path;

const IMPORT = /^\s*(?:import|export)\b[^'"]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;

function importsOf(path: string): string[] {
  return [...read(path).matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function targetRoom(path: string, specifier: string): string {
  const target = relative(source, join(source, path, '..', specifier));
  return room(target.split(sep).join('/'));
}

test('imports follow the table of rooms', () => {
  expect(MAY_IMPORT.size).toBeGreaterThan(15);
  const wrong: string[] = [];
  for (const path of files) {
    const from = room(path);
    const allowed = MAY_IMPORT.get(from);
    if (allowed === undefined) {
      wrong.push(`${path}: the room ${from} is not in the table`);
      continue;
    }
    for (const specifier of importsOf(path).filter((name) => name.startsWith('.'))) {
      const to = targetRoom(path, specifier);
      if (to !== from && to !== 'errors.ts' && !allowed.includes(to)) wrong.push(`${path} imports ${specifier}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('each outside package is imported in one file', () => {
  const users = new Map<string, Set<string>>();
  for (const path of files) {
    for (const specifier of importsOf(path)) {
      if (specifier.startsWith('.') || specifier.startsWith('node:')) continue;
      const name = specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
      users.set(name, (users.get(name) ?? new Set()).add(path));
    }
  }
  const shared = [...users]
    .filter(([, paths]) => paths.size > 1)
    .map(([name, paths]) => `${name}: ${[...paths].join(', ')}`);
  expect(shared).toEqual([]);
});

/** The files that programs, plugins and the shell enter by. */
const ENTRIES = [
  'index.ts',
  'cli.ts',
  'plugin/plugin.ts',
  'kramdown/kramdown.ts',
  'liquid/liquid.ts',
  'highlight/highlight.ts',
];

/** Exports that only the compiler script (scripts/compile.mjs) and Node's module loader use. */
const USED_OUTSIDE: readonly string[] = [
  'plugin/load/own-package.ts:initialize',
  'plugin/load/own-package.ts:resolve',
  'plugin/load/module-versions.ts:resolve',
  'util/program/import-module.ts:importOutside',
];
const EXPORTED = /^export (?:async )?(?:const|let|function\*?|(?:abstract )?class|interface|type) (\w+)/gm;
const IMPORTED_NAMES =
  /^(?:import|export) (?:type )?(?:\w+, )?(\{[^{}]*\}|\* as \w+) from '([^']+)'|\bimport\(\s*'([^']+)'/gm;

/** What a file imports, as `path:name`, and `path:*` where it may take all that a file exports. */
function namesImportedBy(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORTED_NAMES)].flatMap(([, names = '*', from, later = '']) => {
    const target = relative(source, join(file, '..', from ?? later))
      .split(sep)
      .join('/');
    if (!names.startsWith('{')) return [`${target}:*`];
    return [...names.matchAll(/[{,]\s*(?:type )?(\w+)/g)].map(([, name]) => `${target}:${name}`);
  });
}

test('what a file exports is used by another one, or by a test', () => {
  const users = ['src', 'test', 'bench', 'scripts'].flatMap((folder) => {
    const below = join(source, '..', folder);
    const paths = readdirSync(below, { recursive: true, encoding: 'utf8' }).map((path) => join(below, path));
    return paths.filter((path) => /\.m?ts$/.test(path));
  });
  const imported = new Set(users.flatMap(namesImportedBy));
  const exported = files.flatMap((path) =>
    imported.has(`${path}:*`) || ENTRIES.includes(path)
      ? []
      : [...read(path).matchAll(EXPORTED)].map(([, name]) => `${path}:${name}`),
  );
  expect(exported.length).toBeGreaterThan(1000);
  expect(exported.filter((name) => !imported.has(name) && !USED_OUTSIDE.includes(name))).toEqual([]);
});

/** The packages that the project was asked to be built on. */
const FOUNDATIONS = ['gray-matter', 'markdown-it', 'markdown-it-attrs', 'liquidjs', 'chokidar', 'sirv'];

test('the packages that the project is built on are dependencies that the program imports', () => {
  const { dependencies } = JSON.parse(read('../package.json')) as { dependencies: Record<string, string> };
  const imported = new Set(files.flatMap(importsOf));
  expect(FOUNDATIONS.filter((name) => !(name in dependencies && imported.has(name)))).toEqual([]);
});

test('files stay short', () => {
  const long = files
    .filter((path) => !LONG_FILES.includes(path))
    .map((path) => ({ path, lines: read(path).split('\n').length - 1 }))
    .filter(({ lines }) => lines > MAX_FILE_LINES)
    .map(({ path, lines }) => `${path}: ${lines} lines`);
  expect(long).toEqual([]);
});

/** Functions and methods as the formatter lays them out: a header that ends in `{`, and a closing brace with the same indentation. */
function longFunctions(path: string): string[] {
  const lines = read(path).split('\n');
  const found: string[] = [];
  lines.forEach((line, index) => {
    const head =
      /^(\s*)(?:export )?(?:default )?(?:async )?(?:function\*? (\w+)|(?:(?:private|protected|public|static|override|get|set|async|\*) ?)*(\w+)\(.*\).*\{$|const (\w+) = .*=> \{$)/.exec(
        line,
      );
    if (head === null || /^\s*(?:if|for|while|switch|return|catch|else)\b/.test(line)) return;
    const end = lines.findIndex(
      (other, at) =>
        at > index && other.startsWith(`${head[1]}}`) && other.trimEnd().length <= (head[1]?.length ?? 0) + 2,
    );
    const name = head[2] ?? head[3] ?? head[4];
    if (end - index - 1 > MAX_FUNCTION_LINES && !LONG_FUNCTIONS.includes(`${path}:${name}`)) {
      found.push(`${path}:${index + 1} ${name}: ${end - index - 1} lines`);
    }
  });
  return found;
}

test('functions stay short', () => {
  expect(files.flatMap(longFunctions)).toEqual([]);
});

/** What Windows cannot hold in a name: there, Git could not even check the repository out. */
const UNUSUAL = /[:*?"<>|\\]|[ .]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

test('every file has a name that Windows and macOS can hold beside the others', () => {
  const paths = readdirSync(join(source, '../test'), { recursive: true, encoding: 'utf8' });
  const names = paths.map((path) => path.split(sep).join('/'));
  expect(names.filter((name) => name.split('/').some((part) => UNUSUAL.test(part)))).toEqual([]);
  const folded = new Map<string, string>();
  for (const name of names) folded.set(name.toLowerCase(), name);
  expect(names.filter((name) => folded.get(name.toLowerCase()) !== name)).toEqual([]);
});
