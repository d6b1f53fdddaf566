import { UttersonError } from '../errors.ts';
import { Float } from '../util/float.ts';
import { inspect } from '../util/inspect.ts';
import type { Config } from './config.ts';

/** What Jekyll cannot go on without, by kind: anything else in these keys stops the build. */
const REQUIRED: readonly (readonly [kind: Kind, names: readonly string[]])[] = [
  ['text', ['source', 'destination', 'cache_dir', 'layouts_dir', 'data_dir', 'markdown_ext']],
  ['text or false', ['encoding']],
  ['folder', ['collections_dir']],
  ['list', ['plugins']],
  ['text or list', ['plugins_dir']],
  ['whole number', ['limit_posts']],
  ['hash', ['liquid']],
  ['hash or false', ['kramdown']],
  ['permalink', ['permalink']],
];

type Kind =
  | 'text'
  | 'text or false'
  | 'folder'
  | 'list'
  | 'text or list'
  | 'whole number'
  | 'hash'
  | 'hash or false'
  | 'permalink';

const CHECKS: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  'text or false': (value) => typeof value === 'string' || value === false,
  // Lists and hashes are passed over: Ruby asks them only whether they are empty.
  folder: (value) => typeof value === 'string' || typeof value === 'object',
  list: (value) => Array.isArray(value),
  'text or list': (value) => typeof value === 'string' || Array.isArray(value),
  'whole number': (value) => typeof value === 'number' || value instanceof Float,
  hash: (value) => value instanceof Map,
  'hash or false': (value) => value instanceof Map || value === false,
  permalink: (value) => typeof value === 'string',
};

const VALID: Readonly<Record<Kind, string>> = {
  text: 'Give it a text.',
  'text or false': 'Name an encoding, as utf-8.',
  folder: 'Name a folder below the source.',
  list: 'Give it a list of names.',
  'text or list': 'Give it a text, or a list of texts.',
  'whole number': 'Give it a number without quotes.',
  hash: 'Put `key: value` lines below it.',
  'hash or false': 'Put `key: value` lines below it.',
  permalink: 'Name a style (date, pretty, ordinal, weekdate, none), or give it a template.',
};

/**
 * Refuses a configuration whose values are of a kind that no build can do anything with.
 *
 * @throws UttersonError InvalidConfiguration, which names the key and what it may hold
 */
export function checkConfig(config: Config): void {
  for (const [kind, names] of REQUIRED) {
    for (const name of names) {
      const value = config.get(name);
      if (value === null || value === undefined || CHECKS[kind](value)) continue;
      const what = kind === 'permalink' ? 'text' : `a ${kind}`;
      throw refuse(`'${name}' should be ${what}, but was: ${inspect(value)}.`, VALID[kind]);
    }
  }
  checkCollections(config.get('collections'));
}

function refuse(message: string, hint: string): UttersonError {
  return new UttersonError('InvalidConfiguration', message, { hint });
}

function checkCollections(collections: unknown): void {
  if (!(collections instanceof Map)) return;
  for (const [name, settings] of collections) {
    if (typeof name !== 'string') {
      throw refuse(`The name of a collection should be text, but was: ${inspect(name)}.`, 'Put it in quotes.');
    }
    if (settings === null || settings === undefined || settings instanceof Map) continue;
    throw refuse(`'collections.${name}' should be a hash, but was: ${inspect(settings)}.`, VALID.hash);
  }
}
