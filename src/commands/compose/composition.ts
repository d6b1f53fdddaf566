import { join } from 'node:path';
import { type Config, timeZoneOf } from '../../config/config.ts';
import { UttersonError } from '../../errors.ts';
import { shortenPath } from '../../util/files/paths.ts';
import type { Log } from '../../util/program/log.ts';
import { slugify } from '../../util/slugify.ts';
import type { CalendarDate } from '../../util/time/calendar-date.ts';
import { parseDay } from '../../util/time/ruby-day-parse.ts';
import { strftime } from '../../util/time/strftime.ts';
import type { Time } from '../../util/time/time.ts';
import type { Invocation, Terminal } from '../command-line/command.ts';
import { createLog, loadSettings, textOf } from '../settings.ts';

const DAY = '%Y-%m-%d';
const MOMENT = '%Y-%m-%d %H:%M %z';

/** What the commands that create and move documents have in common: configuration, paths and dates, as in jekyll-compose. */
export interface Composition {
  readonly config: Config;
  readonly log: Log;
  readonly terminal: Terminal;
  /** The folder with the site's collections, relative to the current one: empty if they are the same. */
  readonly root: string;
  readonly force: boolean;
  /** The date for the file name: that of `--date`, or today in the site's time zone. */
  readonly day: string;
  /** The time for the front matter, in the format of `--timestamp-format`. */
  readonly moment: string;
}

/** Reads the site's configuration and the flags of one call. */
export function readComposition(invocation: Invocation): Composition {
  const { flags, terminal } = invocation;
  const log = createLog(terminal);
  const given = [...flags].filter(([key]) => ['config', 'source'].includes(key));
  const config = loadSettings({ ...invocation, flags: new Map(given) }, log);
  const date = dateOf(config, invocation);
  return {
    config,
    log,
    terminal,
    root: rootOf(config, terminal.folder),
    force: flags.get('force') === true,
    day: strftime(date, DAY),
    moment: strftime(date, textOf(flags, 'timestamp_format', MOMENT)),
  };
}

function rootOf(config: Config, folder: string): string {
  return shortenPath(join(textOf(config, 'source', folder), textOf(config, 'collections_dir', '')), folder);
}

function dateOf(config: Config, { flags, terminal }: Invocation): Time | CalendarDate {
  const zone = timeZoneOf(config, terminal.environment);
  const now = zone.at(Math.floor(Date.now() / 1000));
  const asked = flags.get('date');
  if (typeof asked !== 'string') return now;
  try {
    return parseDay(asked, { zone, now: () => now });
  } catch (cause) {
    throw new UttersonError('InvalidDate', `invalid date: ${asked}`, { hint: 'For example: --date 2024-12-31', cause });
  }
}

/** A path below the root, relative to the current folder, as messages show it. */
export function placeOf({ root }: Composition, path: string): string {
  return root === '' ? path : `${root}/${path}`;
}

/**
 * The words after a command as one text.
 *
 * @param wanted what the words should be, for the error if there are none: `a name`
 * @param example a call with such words, for the errors: `draft "A plan"`
 * @throws {UttersonError} `MissingName`, `InvalidName`
 */
export function joinWords(words: readonly string[], wanted: string, example: string): string {
  const title = words.join(' ');
  if (title.trim() === '') {
    throw new UttersonError('MissingName', `You must specify ${wanted}.`, { hint: `For example: utterson ${example}` });
  }
  if (slugify(title) !== '') return title;
  throw new UttersonError('InvalidName', `'${title}' has no letter or digit to make a file name from.`, {
    hint: `For example: utterson ${example}`,
  });
}
