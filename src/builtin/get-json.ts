import { definePlugin, dig, equals, Float, isTruthy, type Site, toText } from '../plugin/plugin.ts';
import { readText } from './shared/read-text.ts';

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;
/** Texts and numbers of JSON. */
const SCALAR = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** Numbers that JavaScript would read as something else: `1.0`, and integers of many digits. */
const SPECIAL = /[.eE]|\d{16}/;
const MARK = '\u0000number';

/** Parses JSON into Ruby's values: objects become hashes, and `1.0` is no integer. */
function parseJson(text: string): unknown {
  const marked = text.replace(SCALAR, (scalar) =>
    scalar.startsWith('"') || !SPECIAL.test(scalar) ? scalar : JSON.stringify({ [MARK]: scalar }),
  );
  return JSON.parse(marked, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const hash = new Map<string, unknown>(Object.entries(value));
    const number = hash.get(MARK);
    return typeof number === 'string' ? readNumber(number) : hash;
  });
}

function readNumber(number: string): unknown {
  const value = Number(number);
  if (/[.eE]/.test(number)) return Number.isInteger(value) ? new Float(value) : value;
  return Number.isSafeInteger(value) ? value : BigInt(number);
}

function union(first: readonly unknown[], second: readonly unknown[]): unknown[] {
  const all: unknown[] = [];
  for (const value of [...first, ...second]) if (!all.some((other) => equals(other, value))) all.push(value);
  return all;
}

/** Adds to a value what it does not have: keys of hashes, items of lists. As in the gem, lists then have no item twice. */
function complete(value: unknown, addition: unknown): unknown {
  if (value instanceof Map && addition instanceof Map) {
    for (const [key, item] of addition)
      value.set(key, complete(isTruthy(value.get(key)) ? value.get(key) : item, item));
  }
  return Array.isArray(value) && Array.isArray(addition) ? union(value, addition) : value;
}

function readFile(site: Site, place: string): string | undefined {
  if (ADDRESS.test(place)) {
    site.log.warn('Get JSON:', `${place} is not downloaded. Download it before the build, and name the file.`);
    return undefined;
  }
  const path = site.inSource(place);
  if (site.tree.status(path)?.kind === 'file') return readText(site, path);
  site.log.warn('Get JSON:', `${place} does not exist.`);
  return undefined;
}

/** As in the gem, data that cannot be read or merged is left out. */
function addData(site: Site, entry: unknown): void {
  const name = toText(dig(entry, 'data'));
  const place = toText(dig(entry, 'json'));
  const text = readFile(site, place);
  if (text === undefined) return;
  const { data } = site;
  const known = data.get(name);
  try {
    const added = parseJson(text);
    if (!isTruthy(known)) data.set(name, added);
    else if (known instanceof Map) complete(known, added);
  } catch {
    site.log.warn('Get JSON:', `${place} is not JSON.`);
  }
}

function addAll(site: Site): void {
  const config = site.config.get('jekyll_get_json');
  if (!isTruthy(config)) site.log.warn('Get JSON:', 'No config');
  else for (const entry of Array.isArray(config) ? config : [config]) addData(site, entry);
}

/** jekyll-get-json: data from JSON files of the site, as `jekyll_get_json` names them. */
export default definePlugin({
  name: 'jekyll-get-json',
  isSafe: true,
  generators: [{ name: 'get-json', priority: 'highest', generate: addAll }],
});
