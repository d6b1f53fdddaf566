import { UttersonError } from '../errors.ts';
import { fingerprintOf } from '../util/record/fingerprint.ts';
import { Time } from '../util/time/time.ts';
import { deepMerge } from '../util/values/deep-merge.ts';
import { inspect, toText } from '../util/values/inspect.ts';
import { isNil } from '../util/values/is-nil.ts';
import { asHash, type Hash, type ReadonlyHash } from './hash.ts';

/** One set of `defaults:`; without a scope it applies to everything. */
interface DefaultSet {
  readonly scope: ReadonlyHash | undefined;
  readonly values: ReadonlyHash;
}

/** What `FrontMatterDefaults` needs from its surroundings. */
interface DefaultsContext {
  /** The value of `defaults:`, unchecked. */
  readonly sets: unknown;
  readonly collectionsDirectory: string;
  /** Paths below the source that match a pattern with `*`, relative to the source. */
  glob(pattern: string): readonly string[];
  parseDate(value: unknown, message: string): unknown;
  warn(topic: string, message?: string): void;
}

const SINGULAR_TYPES: ReadonlyMap<unknown, string> = new Map([
  ['page', 'pages'],
  ['post', 'posts'],
  ['draft', 'drafts'],
]);

/** The sets that apply to one path and type, in the order of the configuration. */
export class ApplicableDefaults {
  readonly #sets: readonly DefaultSet[];
  #merged: ReadonlyHash | undefined;
  #text: string | undefined;

  constructor(sets: readonly DefaultSet[]) {
    this.#sets = sets;
  }

  /** The value of a key, or undefined. The most specific set that has it wins: unlike in `all`, nothing is merged. */
  find(key: unknown): unknown {
    let value: unknown;
    let scope: ReadonlyHash | undefined;
    for (const set of this.#sets) {
      if (!set.values.has(key) || !hasPrecedence(scope, set.scope)) continue;
      value = set.values.get(key);
      scope = set.scope;
    }
    return value;
  }

  /** All values, deeply merged: more specific sets override less specific ones. */
  all(): ReadonlyHash {
    this.#merged ??= this.#merge();
    return this.#merged;
  }

  /** All values as a text, for comparing them with others. */
  get text(): string {
    this.#text ??= fingerprintOf(this.all());
    return this.#text;
  }

  #merge(): ReadonlyHash {
    let merged: Hash = new Map();
    let scope: ReadonlyHash | undefined;
    for (const set of this.#sets) {
      if (hasPrecedence(scope, set.scope)) {
        merged = deepMerge(merged, set.values);
        scope = set.scope;
      } else merged = deepMerge(set.values, merged);
    }
    return merged;
  }
}

/** The front matter defaults of the configuration: values for a path and a type. */
export class FrontMatterDefaults {
  /** The value of `defaults:` for templates: Jekyll replaces types and dates in the configuration by what it reads them as. */
  readonly setting: unknown;
  readonly #context: DefaultsContext;
  readonly #sets: readonly DefaultSet[];
  readonly #globbed = new Map<string, readonly string[]>();
  readonly #applicable = new Map<string, ApplicableDefaults>();

  constructor(context: DefaultsContext) {
    this.#context = context;
    const given: readonly unknown[] = Array.isArray(context.sets) ? context.sets : [];
    const read = given.map((set) => this.#readSet(set));
    this.#sets = read.flatMap((set) => set ?? []);
    this.setting = Array.isArray(context.sets) ? given.map((set, index) => asRead(set, read[index])) : context.sets;
  }

  /**
   * What applies to a file.
   *
   * @param path relative to the source; for a static file also its URL
   * @param type `pages` or a collection's label; null for static files outside collections
   */
  for(path: string, type: string | null): ApplicableDefaults {
    const indexes: number[] = [];
    this.#sets.forEach((set, index) => {
      if (set.scope === undefined || this.#applies(set.scope, path, type)) indexes.push(index);
    });
    const key = indexes.join(' ');
    const known = this.#applicable.get(key);
    if (known !== undefined) return known;
    const found = new ApplicableDefaults(this.#sets.filter((_, index) => indexes.includes(index)));
    this.#applicable.set(key, found);
    return found;
  }

  #readSet(set: unknown): DefaultSet | undefined {
    if (!(set instanceof Map) || !(set.get('values') instanceof Map)) {
      this.#context.warn('Defaults:', 'An invalid front-matter default set was found:');
      this.#context.warn(toText(set));
      return undefined;
    }
    const scope = set.has('scope') ? this.#readScope(set.get('scope')) : undefined;
    return { scope, values: this.#readValues(asHash(set.get('values'))) };
  }

  /** Jekyll also stops at an invalid scope, though only when it looks up the defaults of the first file. */
  #readScope(scope: unknown): ReadonlyHash {
    if (!(scope instanceof Map)) {
      throw invalidScope(`The scope of a set of defaults must be a mapping, but is ${inspect(scope)}.`);
    }
    const singular = scope.get('type');
    if (scope.has('type') && typeof singular !== 'string') {
      throw invalidScope(`The type in a scope of defaults must be a string, but is ${inspect(singular)}.`);
    }
    const plural = SINGULAR_TYPES.get(singular);
    if (plural === undefined) return scope;
    this.#context.warn('Defaults:', `The '${String(singular)}' type has become '${plural}'.`);
    this.#context.warn('Defaults:', `Please update your front-matter defaults to use 'type: ${plural}'.`);
    return new Map(scope).set('type', plural);
  }

  #readValues(values: ReadonlyHash): ReadonlyHash {
    // A date that YAML has already read as a time keeps its own offset, as in Jekyll.
    const date = values.get('date');
    if (!values.has('date') || date instanceof Time) return values;
    const message = 'An invalid date format was found in a front-matter default set';
    if (typeof date === 'string') return new Map(values).set('date', this.#context.parseDate(date, message));
    throw new UttersonError(
      'InvalidDate',
      `Invalid date '${toText(date)}': ${message}: it is neither a string nor a time.`,
      {
        hint: 'Put it in quotes, or add a time of day: date: "2020-01-01".',
      },
    );
  }

  #applies(scope: ReadonlyHash, path: string, type: string | null): boolean {
    if (scope.has('type') && scope.get('type') !== type) return false;
    const scopePath = scope.get('path');
    if (typeof scopePath !== 'string' || scopePath === '') return true;
    const clean = sanitize(path);
    if (!scopePath.includes('*')) return clean.startsWith(this.#stripCollectionsDirectory(scopePath));
    return this.#glob(scopePath).some((found) => clean.startsWith(this.#stripCollectionsDirectory(found)));
  }

  #glob(pattern: string): readonly string[] {
    const known = this.#globbed.get(pattern);
    if (known !== undefined) return known;
    const found = this.#context.glob(pattern);
    this.#globbed.set(pattern, found);
    return found;
  }

  #stripCollectionsDirectory(path: string): string {
    const directory = this.#context.collectionsDirectory;
    return directory !== '' && path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path;
  }
}

/** A set of the configuration with the scope and the values that it was read as. An invalid one stays as it is. */
function asRead(given: unknown, set: DefaultSet | undefined): unknown {
  if (set === undefined) return given;
  const read = new Map(asHash(given)).set('values', set.values);
  return set.scope === undefined ? read : read.set('scope', set.scope);
}

function invalidScope(message: string): UttersonError {
  return new UttersonError('InvalidConfiguration', message, {
    hint: 'Write it as scope: { path: "", type: "posts" }. Only the first sets may leave it out, to mean every file.',
  });
}

/** Jekyll compares a scope with those before it, and so stops at a set without one behind a set with one. */
function hasPrecedence(old: ReadonlyHash | undefined, next: ReadonlyHash | undefined): boolean {
  if (old === undefined) return true;
  if (next === undefined) throw invalidScope('A set of defaults without a scope stands behind one with a scope.');
  const nextLength = sanitize(next.get('path')).length;
  const oldLength = sanitize(old.get('path')).length;
  if (nextLength !== oldLength) return nextLength >= oldLength;
  return next.has('type') || !old.has('type');
}

/** Jekyll drops a leading slash, and only if there was one a trailing slash too. */
function sanitize(path: unknown): string {
  if (isNil(path)) return '';
  if (typeof path !== 'string')
    throw new UttersonError('InvalidConfiguration', 'A path under `defaults` is not a string', {
      hint: 'Put it in quotes.',
    });
  return path.startsWith('/') ? path.slice(1).replace(/(?<=[^/])\/$/, '') : path;
}
