import { isAbsolute, resolve } from 'node:path';
import type { Config } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import { UttersonError } from '../errors.ts';
import { isTruthy } from '../util/is-truthy.ts';
import { isLogLevel, Log } from '../util/log.ts';
import { withSlashes } from '../util/paths.ts';
import { clarifyError } from './clarify-error.ts';
import type { Invocation, Terminal } from './command.ts';

/** A log that writes to a terminal, as loud as `JEKYLL_LOG_LEVEL` says. */
export function createLog(terminal: Terminal): Log {
  const level = terminal.environment['JEKYLL_LOG_LEVEL'] ?? 'info';
  if (isLogLevel(level)) return new Log(terminal, { level, colors: terminal.colors });
  throw new UttersonError('InvalidArgument', `JEKYLL_LOG_LEVEL is set to '${level}', which is not a log level.`, {
    hint: 'Use debug, info, warn or error.',
  });
}

/** Flags that tell the command what to do besides building, and are no settings of the site. */
const OF_THE_COMMAND: ReadonlySet<string> = new Set(['explain', 'verify', 'ignore', 'json', 'html']);

/** The configuration that a call of a command asks for: defaults, files, flags. */
export function loadSettings({ flags, terminal }: Invocation, log: Log): Config {
  const settings = [...flags].filter(([key]) => !OF_THE_COMMAND.has(key));
  const overrides = { ...Object.fromEntries(settings), serving: false };
  try {
    return loadConfig({ log, overrides, folder: terminal.folder });
  } catch (error) {
    throw clarifyError(error, pathOf(flags, 'source', terminal.folder));
  }
}

/** Whether a key is set to anything that Ruby takes for true. */
export function isSet(config: ReadonlyMap<string, unknown>, key: string): boolean {
  const value = config.get(key);
  return isTruthy(value);
}

/** A key's text, or the fallback where it is not set. */
export function textOf(config: ReadonlyMap<string, unknown>, key: string, fallback: string): string {
  return isSet(config, key) ? String(config.get(key)) : fallback;
}

/** A key's texts, of a list or of one value alone. */
export function textsOf(config: ReadonlyMap<string, unknown>, key: string): readonly string[] {
  const value = config.get(key);
  return isSet(config, key) ? (Array.isArray(value) ? value : [value]).map(String) : [];
}

/** A key's number, or `undefined` where it is none. */
export function numberOf(config: ReadonlyMap<string, unknown>, key: string): number | undefined {
  const number = isSet(config, key) ? Number(config.get(key)) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** The absolute path that a key names, from the folder the command was started in. */
export function pathOf(config: ReadonlyMap<string, unknown>, key: string, folder: string): string {
  const path = textOf(config, key, '.');
  return isAbsolute(path) ? path : resolve(folder, path);
}

/** The files the configuration is read from, absolute: watched like any other file of the site. */
export function configFiles(config: ReadonlyMap<string, unknown>, folder: string): readonly string[] {
  const named = config.get('config');
  if (Array.isArray(named)) return named.map((name) => withSlashes(resolve(folder, String(name))));
  const source = pathOf(config, 'source', folder);
  return ['_config.yml', '_config.yaml', '_config.toml'].map((name) => withSlashes(resolve(source, name)));
}
