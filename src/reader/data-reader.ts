import { UttersonError } from '../errors.ts';
import { type Hash, type ReadonlyHash, settingsOf } from '../site/hash.ts';
import type { Site } from '../site/site.ts';
import { decodeSource, decodeUtf8, isUnicode, withRubysLineEnds } from '../util/encoding.ts';
import { extensionOf } from '../util/files/paths.ts';
import { deepMerge } from '../util/values/deep-merge.ts';
import { inspect } from '../util/values/inspect.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import { parseYaml } from '../util/yaml/yaml.ts';
import { type CsvOptions, parseCsv } from './csv.ts';
import type { EntryFilter } from './entry-filter.ts';
import { nameFile } from './source-text.ts';

/** The order in which Jekyll reads the files of a folder: of two files with the same key the later one wins. */
const EXTENSIONS = ['.yaml', '.yml', '.json', '.csv', '.tsv'];

/** Reads the data files of the site and of its theme. The site's take precedence. */
export function readData(site: Site, filter: EntryFilter): Hash {
  const read = (root: string) => readFolder({ site, filter, root, around: new Set() }, root);
  const own = read(site.inSource(String(site.config.get('data_dir') ?? '_data')));
  const theme = site.theme?.folder('_data') ?? null;
  return theme === null ? own : deepMerge(read(theme), own);
}

interface Reading {
  readonly site: Site;
  readonly filter: EntryFilter;
  /** The folder that holds all data. */
  readonly root: string;
  /** Real paths of the linked folders around the current one: a link back to one of them would never end. */
  readonly around: ReadonlySet<string>;
}

function readFolder(reading: Reading, directory: string): Hash {
  const { site, filter } = reading;
  const data: Hash = new Map();
  const entries = site.tree
    .list(directory)
    .filter(
      ({ name, isLink }) =>
        !name.startsWith('.') && !(isLink && site.isSafe && filter.leavesSource(`${directory}/${name}`)),
    );
  for (const extension of EXTENSIONS) {
    for (const { name, kind } of entries) {
      if (kind !== 'file' || !name.endsWith(extension)) continue;
      data.set(dataKey(name.slice(0, -extension.length)), readFile(site, `${directory}/${name}`));
    }
  }
  for (const { name, kind, isLink } of entries) {
    const path = `${directory}/${name}`;
    const inside = kind === 'directory' ? enterFolder(reading, path, isLink) : undefined;
    if (inside !== undefined) data.set(dataKey(name), readFolder(inside, path));
  }
  return data;
}

/** What a folder is read with, or undefined for a link back to a folder around it, on which Jekyll fails. */
function enterFolder(reading: Reading, path: string, isLink: boolean): Reading | undefined {
  if (!isLink) return reading;
  const { tree } = reading.site;
  const real = tree.realPath(path) ?? path;
  if (reading.around.has(real) || real === (tree.realPath(reading.root) ?? reading.root)) return undefined;
  return { ...reading, around: new Set([...reading.around, real]) };
}

/**
 * The key of a data file: its name reduced to letters, digits, whitespace, `_` and `-`, with `_` for the whitespace. As
 * in Jekyll only ASCII letters count.
 */
function dataKey(name: string): string {
  return name.replace(/[^\w\s-]+|(?<=^|\b\s)\s+(?=$|\s?\b)/g, '').replace(/\s+/g, '_');
}

function readFile(site: Site, path: string): unknown {
  const bytes = site.tree.read(path);
  try {
    switch (extensionOf(path)) {
      case '.csv':
        return readCsv(site, bytes, { key: 'csv_reader', separator: ',' });
      case '.tsv':
        return readCsv(site, bytes, { key: 'tsv_reader', separator: '\t' });
      default:
        return parseYaml(decodeSource(bytes, site.encoding));
    }
  } catch (error) {
    throw error instanceof UttersonError ? nameFile(error, path) : error;
  }
}

interface CsvKind {
  readonly key: 'csv_reader' | 'tsv_reader';
  readonly separator: string;
}

/** Ruby's CSV leaves a byte order mark at the first column's name, unless the encoding is called `bom|utf-8`. */
function readCsv(site: Site, bytes: Uint8Array, { key, separator }: CsvKind): unknown {
  const options = settingsOf(site.config, key);
  const encoding = String(options.get('encoding') ?? site.encoding);
  const keepsMark = isUnicode(encoding) && !/^bom\|/i.test(encoding);
  const text = keepsMark ? withRubysLineEnds(decodeUtf8(Buffer.from(bytes))) : decodeSource(bytes, encoding);
  return parseCsv(text, csvOptions(options, separator));
}

function csvOptions(options: ReadonlyHash, separator: string): CsvOptions {
  const headers = options.has('headers') ? options.get('headers') : true;
  return {
    separator,
    hasHeaders: isTruthy(headers),
    converters: readConverters(options.get('csv_converters')),
  };
}

function readConverters(value: unknown): readonly string[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.map(String);
  throw new UttersonError('InvalidConfiguration', `csv_converters must be a list, but is ${inspect(value)}.`, {
    hint: 'Write csv_converters: [numeric].',
  });
}
