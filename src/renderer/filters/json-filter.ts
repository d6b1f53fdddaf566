import { UttersonError } from '../../errors.ts';
import { Drop } from '../../liquid/drop.ts';
import type { FilterFunction } from '../../liquid/filter.ts';
import { toLiquid } from '../../liquid/values.ts';
import { Float } from '../../util/values/float.ts';
import { toText } from '../../util/values/inspect.ts';
import { isNil } from '../../util/values/is-nil.ts';

/** The deepest nesting that Ruby's JSON generator allows. */
const DEEPEST = 100;
/** From this depth on a document's neighbours are written without their own contents and neighbours. */
const COLLAPSED_DEPTH = 2;
const DOCUMENT_CLASSES = new Set(['Jekyll::Drops::DocumentDrop', 'Jekyll::Drops::ExcerptDrop']);
const NEIGHBOURS = ['previous', 'next'];
const NOT_IN_NEIGHBOURS = new Set(['content', 'output', 'excerpt', 'next', 'previous']);

/**
 * `jsonify`: JSON as Ruby's generator writes it, without spaces.
 *
 * @example
 * jsonify(new Map([['a', [1, null]]]), [], context) // '{"a":[1,null]}'
 */
export const jsonify: FilterFunction = (input) => compact.write(asLiquid(input, 0), 0);

/**
 * What `inspect` shows for a drop: like `JSON.pretty_generate`, with one key a line.
 *
 * @example
 * prettyJson(collectionDrop) // '{\n  "label": "posts", …'
 */
export const prettyJson = (drop: Drop): string => pretty.write(drop, 0);

/** A value as templates see it, including everything nested in it. */
function asLiquid(value: unknown, depth: number): unknown {
  checkDepth(depth);
  const seen = toLiquid(value);
  if (Array.isArray(seen)) return seen.map((item) => asLiquid(item, depth + 1));
  if (!(seen instanceof Map)) return seen;
  return new Map([...seen].map(([key, item]) => [asLiquid(key, depth + 1), asLiquid(item, depth + 1)]));
}

function checkDepth(depth: number): void {
  if (depth > DEEPEST) {
    throw new UttersonError('NestingError', `nesting of ${depth} is too deep`, {
      hint: 'Something in the value contains the value itself. Give the filter only what is needed of it.',
    });
  }
}

function writeNumber(value: number | Float): string {
  const number = typeof value === 'number' ? value : value.value;
  if (!Number.isFinite(number)) {
    throw new UttersonError('GeneratorError', `${toText(value)} not allowed in JSON`, {
      hint: 'Is something divided by 0.0?',
    });
  }
  return toText(value);
}

function collapse(drop: Drop): Map<string, unknown> {
  const keys = (drop.keys() ?? []).filter((key) => !NOT_IN_NEIGHBOURS.has(key));
  return new Map(keys.map((key) => [key, drop.get(key)]));
}

/** Both languages escape only quotes, backslashes and control characters. JavaScript also escapes lone surrogates. */
const quote = (text: string): string => JSON.stringify(text);

/** Writes values as JSON, on one line or with a line for each. */
class JsonWriter {
  readonly #isPretty: boolean;

  constructor(isPretty: boolean) {
    this.#isPretty = isPretty;
  }

  write(value: unknown, depth: number): string {
    if (isNil(value)) return 'null';
    if (typeof value === 'string') return quote(value);
    if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
    if (typeof value === 'number' || value instanceof Float) return writeNumber(value);
    checkDepth(depth + 1);
    if (Array.isArray(value)) return this.#writeList(value, depth);
    if (value instanceof Map) return this.#writeEntries(value, depth);
    const keys = value instanceof Drop ? value.keys() : undefined;
    return value instanceof Drop && keys !== undefined ? this.#writeDrop(value, keys, depth) : quote(toText(value));
  }

  #writeList(values: readonly unknown[], depth: number): string {
    const items = values.map((item) => this.write(item, depth + 1));
    if (!this.#isPretty) return `[${items.join(',')}]`;
    return `[\n${this.#lines(items, depth)}\n${indentation(depth)}]`;
  }

  #writeEntries(entries: Iterable<readonly [unknown, unknown]>, depth: number): string {
    const colon = this.#isPretty ? ': ' : ':';
    const pairs: string[] = [];
    for (const [key, item] of entries) pairs.push(`${quote(toText(key))}${colon}${this.write(item, depth + 1)}`);
    if (!this.#isPretty || pairs.length === 0) return `{${pairs.join(',')}}`;
    return `{\n${this.#lines(pairs, depth)}\n${indentation(depth)}}`;
  }

  #lines(items: readonly string[], depth: number): string {
    return items.map((item) => `${indentation(depth + 1)}${item}`).join(',\n');
  }

  /** Writes the values of a drop as they are, except for the neighbours of a document. */
  #writeDrop(drop: Drop, keys: readonly string[], depth: number): string {
    const isDocument = DOCUMENT_CLASSES.has(drop.rubyClass);
    const entries = keys.map((key): [string, unknown] => {
      if (!isDocument || !NEIGHBOURS.includes(key)) return [key, drop.get(key)];
      const neighbour = toLiquid(drop.get(key));
      return [key, depth >= COLLAPSED_DEPTH && neighbour instanceof Drop ? collapse(neighbour) : neighbour];
    });
    return this.#writeEntries(entries, depth);
  }
}

const indentation = (depth: number): string => '  '.repeat(depth);
const compact = new JsonWriter(false);
const pretty = new JsonWriter(true);
