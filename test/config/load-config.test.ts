import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { timeZoneOf } from '../../src/config/config.ts';
import { loadConfig, mergeThemeConfig } from '../../src/config/load-config.ts';
import { FURTHER_OPTIONS, OPTIONS } from '../../src/config/options.ts';
import { UttersonError } from '../../src/errors.ts';
import { resolvePath } from '../../src/util/files/paths.ts';
import { silentLog } from '../../src/util/program/log.ts';
import { encodeTyped, type TypedJson } from '../util/typed-json.ts';

interface ConfigCase {
  readonly id: number;
  readonly group: string;
  readonly files: Readonly<Record<string, string | { readonly __b64: string }>>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly config?: Readonly<Record<string, TypedJson>>;
  readonly missing_defaults?: readonly string[];
  readonly error?: { readonly class: string; readonly message: string };
  readonly log?: readonly (readonly [level: string, message: string])[];
}

const path = join(import.meta.dirname, '..', 'cases', 'jekyll', 'config.json');
/** On Windows the folder is on a drive. */
const SITE = resolvePath('/', 'site');
const cases: ConfigCase[] = JSON.parse(readFileSync(path, 'utf8').replaceAll('/site', SITE));
const baseline = cases.find((each) => each.group === 'baseline')?.config ?? {};

const bytesOf = (content: string | { readonly __b64: string }): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : Buffer.from(content.__b64, 'base64');

function load(each: ConfigCase): { config: TypedJson; log: readonly (readonly [string, string])[] } {
  const log = silentLog('info');
  const files = new Map(
    Object.entries(each.files).map(([name, content]) => [resolvePath(SITE, name), bytesOf(content)]),
  );
  const config = loadConfig({ log, folder: SITE, overrides: each.options, readFile: (name) => files.get(name) });
  const changed = [...config].filter(
    ([key, value]) => JSON.stringify(encodeTyped(value)) !== JSON.stringify(baseline[key]),
  );
  return { config: encodeTyped(new Map(changed)), log: loggedBy(log) };
}

const loggedBy = (log: ReturnType<typeof silentLog>): readonly (readonly [string, string])[] =>
  log.messages
    .map(({ level, text }): [string, string] => [level, text.trim().replace(/\s+/g, ' ')])
    // What Jekyll prints to standard error without its logger is a warning here.
    .filter(
      ([level, text]) => level !== 'warn' || !/^(?:Configuration file: \(INVALID\)|No parser|invalid value)/.test(text),
    );

/** Errors that Ruby itself raises have our own words. */
const isRubyError = ({ class: name }: { readonly class: string }): boolean =>
  /^(?:TypeError|NoMethodError|IndexError|FrozenError|Tomlrb)/.test(name);

/** Jekyll ran with a TOML reader from before TOML 1.0: missing values, repeated keys, dates, dotted keys, `inf`. */
const OLD_TOML = new Set([822, 825, 829, 830, 832, 839]);
const sound = cases.filter((each) => !OLD_TOML.has(each.id));

test.each(sound)('configuration $id of $group', (each) => {
  if (each.error === undefined) {
    const config = each.group === 'baseline' ? {} : each.config;
    expect(load(each)).toEqual({ config, log: each.log ?? [] });
    return;
  }
  const message =
    isRubyError(each.error) || /octet sequence|: invalid byte/.test(each.error.message) ? /./ : each.error.message;
  expect(() => load(each)).toThrow(UttersonError);
  expect(() => load(each)).toThrow(message);
});

test('a theme may add keys, but changes neither defaults nor the settings of the site', () => {
  const config = loadConfig({
    log: silentLog(),
    folder: '/site',
    overrides: { title: 'mine' },
    readFile: () => undefined,
  });
  const theme = new Map<string, unknown>([
    ['title', 'theirs'],
    ['permalink', 'pretty'],
    ['skin', 'dark'],
  ]);
  const merged = mergeThemeConfig(config, theme);
  expect([merged.get('title'), merged.get('permalink'), merged.get('skin')]).toEqual(['mine', 'date', 'dark']);
});

test('every option has a unique name and a sentence', () => {
  const options = [...OPTIONS, ...FURTHER_OPTIONS];
  expect(new Set(options.map(({ name }) => name)).size).toBe(options.length);
  expect(options.filter(({ sentence }) => !sentence.endsWith('.'))).toEqual([]);
});

test('the time zone is the configured one, or else that of the process', () => {
  expect(timeZoneOf(new Map([['timezone', 'Asia/Kolkata']]), { TZ: 'UTC' }).name).toBe('Asia/Kolkata');
  expect(timeZoneOf(new Map([['timezone', null]]), { TZ: 'America/New_York' }).name).toBe('America/New_York');
});
