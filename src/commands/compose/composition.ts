import { isAbsolute, join, relative } from 'node:path';
import { type Config, timeZoneOf } from '../../config/config.ts';
import { UttersonError } from '../../errors.ts';
import { CalendarDate } from '../../util/calendar-date.ts';
import type { Log } from '../../util/log.ts';
import { parseTime } from '../../util/ruby-date-parse.ts';
import { slugify } from '../../util/slugify.ts';
import { strftime } from '../../util/strftime.ts';
import type { Time } from '../../util/time.ts';
import type { Invocation, Terminal } from '../command.ts';
import { createLog, loadSettings, textOf } from '../settings.ts';

const DAY = '%Y-%m-%d';
const MOMENT = '%Y-%m-%d %H:%M %z';

/** What each of the commands that make and move texts needs to know: jekyll-compose's settings, places and dates. */
export interface Composition {
  readonly config: Config;
  readonly log: Log;
  readonly terminal: Terminal;
  /** The folder with the site's texts, seen from the folder the command was started in: empty where they are one. */
  readonly root: string;
  readonly force: boolean;
  /** The day for a file's name: the one asked for, or today in the site's time zone. */
  readonly day: string;
  /** The moment for the front matter, in the form asked for. */
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
  const path = join(textOf(config, 'source', folder), textOf(config, 'collections_dir', ''));
  const inside = relative(folder, path);
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside;
}

function dateOf(config: Config, { flags, terminal }: Invocation): Time | CalendarDate {
  const zone = timeZoneOf(config, terminal.environment);
  const now = zone.at(Math.floor(Date.now() / 1000));
  const asked = flags.get('date');
  if (typeof asked !== 'string') return now;
  try {
    const { year, month, day } = parseTime(asked, { zone, now: () => now });
    return new CalendarDate(year, month, day);
  } catch (cause) {
    throw new UttersonError('InvalidDate', `invalid date: ${asked}`, { hint: 'For example: --date 2024-12-31', cause });
  }
}

/** A path of the site as it is shown and opened: below the root. */
export function placeOf({ root }: Composition, path: string): string {
  return root === '' ? path : `${root}/${path}`;
}

/** The words behind a command, which must be there, as one text. */
export function joinWords(words: readonly string[], wanted: string): string {
  const title = words.join(' ');
  if (title.trim() === '') throw new UttersonError('MissingName', `You must specify ${wanted}.`);
  if (slugify(title) !== '') return title;
  throw new UttersonError('InvalidName', `'${title}' has no letter or digit that a file name could be made of.`);
}
