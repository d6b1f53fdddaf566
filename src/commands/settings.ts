import { isAbsolute } from 'node:path';
import type { Config } from '../config/config.ts';
import { DEFAULT_CONFIG_FILES, loadConfig } from '../config/load-config.ts';
import { UttersonError } from '../errors.ts';
import { statsOf } from '../util/files/missing.ts';
import { resolvePath, withSlashes } from '../util/files/paths.ts';
import { isLogLevel, Log } from '../util/program/log.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import type { Invocation, Terminal } from './command-line/command.ts';
import { CHECK_LINKS_FLAGS, COMPARE_FLAGS, REPORT_FLAGS } from './command-line/flags.ts';
import { clarifyError } from './errors/clarify-error.ts';

/** A log that writes to a terminal, with the level of `JEKYLL_LOG_LEVEL`. */
export function createLog(terminal: Terminal): Log {
  const level = terminal.environment['JEKYLL_LOG_LEVEL'] ?? 'info';
  if (isLogLevel(level)) return new Log(terminal, { level, colors: terminal.colors });
  throw new UttersonError('InvalidArgument', `JEKYLL_LOG_LEVEL is set to '${level}', which is not a log level.`, {
    hint: 'Use debug, info, warn or error.',
  });
}

/** A log for a command whose output is a report: only warnings and errors are shown beside it. */
export function createReportLog(terminal: Terminal): Log {
  return new Log(terminal, { level: 'warn', colors: terminal.colors });
}

/**
 * Warns of words after the name of a command that takes only flags. Jekyll passes over them without a word, but other generators take
 * the folder of the site there.
 */
export function warnOfWords({ words, terminal }: Invocation, log: Log): void {
  for (const word of words) {
    const isFolder = statsOf(resolvePath(terminal.folder, word))?.isDirectory() === true;
    const hint = isFolder ? `To build the site in that folder, use --source ${word}` : 'Only flags are read here.';
    log.warn('Warning:', `'${word}' has no effect. ${hint}`);
  }
}

/** Keys of flags that are not settings of the site, but tell the command what to do besides building. */
const COMMAND_KEYS: ReadonlySet<string> = new Set(
  [...REPORT_FLAGS, ...COMPARE_FLAGS, ...CHECK_LINKS_FLAGS].map(({ key }) => key),
);

/** The configuration for a call of a command: defaults, files, flags. */
export function loadSettings({ flags, terminal }: Invocation, log: Log): Config {
  const settings = [...flags].filter(([key]) => !COMMAND_KEYS.has(key));
  const overrides = { ...Object.fromEntries(settings), serving: false };
  try {
    return loadConfig({ log, overrides, folder: terminal.folder });
  } catch (error) {
    throw clarifyError(error, pathOf(flags, 'source', terminal.folder));
  }
}

/** Whether a key is set to something that is true in Ruby: anything but `nil` and `false`. */
export function isSet(config: ReadonlyMap<unknown, unknown>, key: string): boolean {
  return isTruthy(config.get(key));
}

/** The value of a key as text, or the fallback if it is not set. */
export function textOf(config: ReadonlyMap<string, unknown>, key: string, fallback: string): string {
  return isSet(config, key) ? String(config.get(key)) : fallback;
}

/** The values of a key as texts; a single value counts as a list of one. */
export function textsOf(config: ReadonlyMap<string, unknown>, key: string): readonly string[] {
  const value = config.get(key);
  return isSet(config, key) ? (Array.isArray(value) ? value : [value]).map(String) : [];
}

/** The value of a key as a number, or `undefined` if it is not one. */
export function numberOf(config: ReadonlyMap<string, unknown>, key: string): number | undefined {
  const number = isSet(config, key) ? Number(config.get(key)) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** The value of a key as an absolute path, resolved from the folder in which the command was started. */
export function pathOf(config: ReadonlyMap<string, unknown>, key: string, folder: string): string {
  const path = textOf(config, key, '.');
  return isAbsolute(path) ? withSlashes(path) : resolvePath(folder, path);
}

/** The absolute paths of the files that the configuration may be read from. They are watched like any file of the site. */
export function configFiles(config: ReadonlyMap<string, unknown>, folder: string): readonly string[] {
  const named = config.get('config');
  if (Array.isArray(named)) return named.map((name) => resolvePath(folder, String(name)));
  const source = pathOf(config, 'source', folder);
  return DEFAULT_CONFIG_FILES.map((name) => resolvePath(source, name));
}
