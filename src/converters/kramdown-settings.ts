import type { Charset } from '../kramdown/kramdown.ts';
import type { ReadonlyHash } from '../site/hash.ts';
import { charsetOf } from '../util/encoding.ts';
import type { Log } from '../util/program/log.ts';
import { isTruthy } from '../util/values/is-truthy.ts';

/**
 * The part of a configuration that a processor reads. Worker threads get no more than this: plugins put pages and drops
 * into the rest, which cannot be sent to a thread.
 */
export function kramdownSettings(config: ReadonlyHash): ReadonlyHash {
  return new Map(['kramdown', 'highlighter', 'encoding'].map((key) => [key, config.get(key)]));
}

/** The characters that kramdown may write in a site's texts. */
export function siteCharset(config: ReadonlyHash): Charset {
  return charsetOf(String(config.get('encoding') ?? 'utf-8'));
}

/** kramdown's options by their names, as they stand under `kramdown:`. */
export function writtenOptions(settings: ReadonlyHash): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...settings].map(([name, value]) => [String(name), value]));
}

/** Logs kramdown's warnings, if `show_warnings` asks for them. */
export function reportWarnings(warnings: readonly string[], settings: ReadonlyHash, log: Log): void {
  if (!isTruthy(settings.get('show_warnings'))) return;
  for (const warning of warnings) log.warn('Kramdown warning:', warning);
}
