import type { Flag } from '../command-line/flag.ts';
import { CONFIG_FLAGS } from '../command-line/flags.ts';

const NO_VALUE = { kind: 'switch', isNegatable: false } as const;
const TEXT = { kind: 'text', isNegatable: false } as const;

const extension: Flag = {
  ...TEXT,
  key: 'extension',
  short: '-x',
  long: '--extension',
  value: 'EXTENSION',
  description: 'Specify the file extension',
};
const layout: Flag = {
  ...TEXT,
  key: 'layout',
  short: '-l',
  long: '--layout',
  value: 'LAYOUT',
  description: 'Specify the layout',
};
const force: Flag = {
  ...NO_VALUE,
  key: 'force',
  short: '-f',
  long: '--force',
  description: 'Overwrite a file if it already exists',
};
const date: Flag = {
  ...TEXT,
  key: 'date',
  short: '-d',
  long: '--date',
  value: 'DATE',
  description: 'Specify the date',
};
const timestampFormat: Flag = {
  ...TEXT,
  key: 'timestamp_format',
  long: '--timestamp-format',
  value: 'FORMAT',
  description: 'Custom timestamp format',
};
const collection: Flag = {
  ...TEXT,
  key: 'collection',
  short: '-c',
  long: '--collection',
  value: 'COLLECTION',
  description: 'Specify the document collection',
};
const post: Flag = { ...NO_VALUE, key: 'post', long: '--post', description: 'Create a new post (default)' };
const draft: Flag = { ...NO_VALUE, key: 'draft', long: '--draft', description: 'Create a new draft' };
const now: Flag = { ...NO_VALUE, key: 'now', long: '--now', description: 'Specify the date as now' };

/** The flags of each command that creates or moves documents; names and descriptions are jekyll-compose's. */
export const COMPOSE_FLAGS = {
  draft: [extension, layout, force, ...CONFIG_FLAGS],
  post: [extension, layout, force, date, timestampFormat, ...CONFIG_FLAGS],
  page: [extension, layout, force, ...CONFIG_FLAGS],
  compose: [extension, layout, force, date, collection, post, draft, ...CONFIG_FLAGS],
  publish: [date, force, timestampFormat, ...CONFIG_FLAGS],
  unpublish: [force, ...CONFIG_FLAGS],
  rename: [force, date, now, ...CONFIG_FLAGS],
} satisfies Readonly<Record<string, readonly Flag[]>>;
