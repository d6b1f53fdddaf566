import type { Flag } from '../command-line/flag.ts';
import { CONFIG_FLAGS } from '../command-line/flags.ts';

const extension: Flag = {
  key: 'extension',
  short: '-x',
  long: '--extension',
  kind: 'text',
  value: 'EXTENSION',
  description: 'Specify the file extension',
};
const layout: Flag = {
  key: 'layout',
  short: '-l',
  long: '--layout',
  kind: 'text',
  value: 'LAYOUT',
  description: 'Specify the layout',
};
const force: Flag = {
  key: 'force',
  short: '-f',
  long: '--force',
  kind: 'switch',
  description: 'Overwrite a file if it already exists',
};
const date: Flag = {
  key: 'date',
  short: '-d',
  long: '--date',
  kind: 'text',
  value: 'DATE',
  description: 'Specify the date',
};
const timestampFormat: Flag = {
  key: 'timestamp_format',
  long: '--timestamp-format',
  kind: 'text',
  value: 'FORMAT',
  description: 'Custom timestamp format',
};
const collection: Flag = {
  key: 'collection',
  short: '-c',
  long: '--collection',
  kind: 'text',
  value: 'COLLECTION',
  description: 'Specify the document collection',
};
const post: Flag = { key: 'post', long: '--post', kind: 'switch', description: 'Create a new post (default)' };
const draft: Flag = { key: 'draft', long: '--draft', kind: 'switch', description: 'Create a new draft' };
const now: Flag = { key: 'now', long: '--now', kind: 'switch', description: 'Specify the date as now' };

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
