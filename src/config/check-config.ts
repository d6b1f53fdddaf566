import { UttersonError } from '../errors.ts';
import { Float } from '../util/values/float.ts';
import { inspect } from '../util/values/inspect.ts';
import { isNil } from '../util/values/is-nil.ts';
import type { Config } from './config.ts';

/** What some keys must hold for a build to be possible. Unset keys are fine. */
interface Rule {
  readonly keys: readonly string[];
  readonly expected: string;
  readonly hint: string;
  readonly isValid: (value: unknown) => boolean;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isHash = (value: unknown): boolean => value instanceof Map;
const HASH_HINT = 'Put `key: value` lines below it.';

/** Jekyll raises an error in all of these cases, though often only later and in Ruby's words. */
const RULES: readonly Rule[] = [
  {
    keys: ['source', 'destination', 'cache_dir', 'layouts_dir', 'data_dir', 'markdown_ext'],
    expected: 'text',
    hint: 'Write one value, in quotes if it is a number or a date.',
    isValid: isText,
  },
  {
    keys: ['encoding'],
    expected: 'text or false',
    hint: 'Name an encoding, such as utf-8.',
    isValid: (value) => isText(value) || value === false,
  },
  {
    keys: ['collections_dir'],
    expected: 'the name of a folder',
    hint: 'Name a folder inside the source.',
    // Lists and hashes pass: Ruby only asks them whether they are empty.
    isValid: (value) => isText(value) || Array.isArray(value) || isHash(value),
  },
  { keys: ['plugins'], expected: 'a list', hint: 'Give it a list of names.', isValid: Array.isArray },
  {
    keys: ['plugins_dir'],
    expected: 'the name of a folder, or a list of names',
    hint: 'Name one folder, or list several.',
    isValid: (value) => isText(value) || Array.isArray(value),
  },
  {
    keys: ['limit_posts'],
    expected: 'a whole number',
    hint: 'Write a number without quotes.',
    isValid: (value) => typeof value === 'number' || value instanceof Float,
  },
  { keys: ['liquid'], expected: 'a hash', hint: HASH_HINT, isValid: isHash },
  {
    keys: ['kramdown'],
    expected: 'a hash or false',
    hint: HASH_HINT,
    isValid: (value) => isHash(value) || value === false,
  },
  {
    keys: ['permalink'],
    expected: 'text',
    hint: 'Name a style (date, pretty, ordinal, weekdate, none) or write a template.',
    isValid: isText,
  },
];

/**
 * Refuses a configuration with values of a kind that no build can work with.
 *
 * @throws {UttersonError} `InvalidConfiguration`, naming the key and what it may hold
 */
export function checkConfig(config: Config): void {
  for (const { keys, expected, hint, isValid } of RULES) {
    for (const key of keys) {
      const value = config.get(key);
      if (isNil(value) || isValid(value)) continue;
      throw invalid(`'${key}' should be ${expected}, but was: ${inspect(value)}.`, hint);
    }
  }
  checkCollections(config.get('collections'));
}

function invalid(message: string, hint: string): UttersonError {
  return new UttersonError('InvalidConfiguration', message, { hint });
}

function checkCollections(collections: unknown): void {
  if (!(collections instanceof Map)) return;
  for (const [name, settings] of collections) {
    if (typeof name !== 'string') {
      throw invalid(`The name of a collection should be text, but was: ${inspect(name)}.`, 'Put it in quotes.');
    }
    if (isNil(settings) || settings instanceof Map) continue;
    throw invalid(`'collections.${name}' should be a hash, but was: ${inspect(settings)}.`, HASH_HINT);
  }
}
