import { isUtf8 } from 'node:buffer';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { extname } from 'node:path';
import { UttersonError } from '../errors.ts';
import { resolvePath, sanitizedPath } from '../util/files/paths.ts';
import { checkOptions } from '../util/known-options.ts';
import { type Log, silentLog } from '../util/program/log.ts';
import { TimeZone } from '../util/time/time-zone.ts';
import { deepMerge } from '../util/values/deep-merge.ts';
import { inspect, toText } from '../util/values/inspect.ts';
import { isNil } from '../util/values/is-nil.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import { parseYaml } from '../util/yaml/yaml.ts';
import type { Config } from './config.ts';
import { DEFAULT_EXCLUDES, defaultConfig, hasDefault, PERMALINK_TEMPLATES } from './options.ts';
import { parseToml } from './toml.ts';

/** Where a configuration comes from. */
export interface LoadOptions {
  /** Told which files were read, and what is wrong with them. Silent by default. */
  readonly log?: Log;
  /** Settings that override the configuration files: flags, or options of a program. `config` names the files to read. */
  readonly overrides?: Readonly<Record<string, unknown>>;
  /** The folder that relative paths start from; the current one by default. */
  readonly folder?: string;
  /** Returns the content of a file, or `undefined` if there is none. */
  readonly readFile?: (path: string) => Uint8Array | undefined;
}

const OPTION_NAMES = ['log', 'overrides', 'folder', 'readFile'] as const satisfies readonly (keyof LoadOptions)[];

/**
 * The configuration of a site: Jekyll's defaults, overridden by the configuration files, overridden by the options of this run.
 *
 * @throws {UttersonError} `InvalidConfiguration`, `MissingConfiguration`, `InvalidYaml`, `InvalidToml`
 * @example
 * loadConfig({ overrides: { source: 'docs', baseurl: '/docs' } }).get('baseurl') // '/docs'
 */
export function loadConfig(options: LoadOptions = {}): Config {
  checkOptions('loadConfig', options, OPTION_NAMES);
  const { log = silentLog(), folder = process.cwd(), readFile = readDisk } = options;
  const overrides = toHash(options.overrides ?? {});
  if (isTruthy(overrides.get('quiet'))) log.level = 'error';
  else if (isTruthy(overrides.get('verbose'))) log.level = 'debug';
  const skipsFiles = isTruthy(overrides.get('skip_config_files'));
  overrides.delete('skip_config_files');
  const files = skipsFiles ? new Map() : readFiles({ log, folder, readFile, overrides });
  const config = deepMerge(defaultConfig(folder), stringifyKeys(deepMerge(files, overrides)));
  checkTimeZone(config.get('timezone'));
  return addDefaultExcludes(addDefaultCollections(config));
}

/**
 * Merges a site's configuration over that of its theme. As in Jekyll, a theme cannot set options that have a default.
 *
 * @param theme the content of the theme's `_config.yml`; ignored unless it is a mapping
 */
export function mergeThemeConfig(config: Config, theme: unknown): Config {
  if (!(theme instanceof Map)) return config;
  const allowed = [...theme].filter(([key]) => !hasDefault(String(key)));
  return deepMerge(new Map(allowed), config);
}

/** Turns the plain objects that programs pass into Maps, recursively. */
function toHash(values: Readonly<Record<string, unknown>>): Map<string, unknown> {
  return new Map(Object.entries(values).map(([key, value]) => [key, toRubyValue(value)]));
}

function toRubyValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toRubyValue);
  const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return isPlain ? toHash(value as Record<string, unknown>) : value;
}

function stringifyKeys(config: ReadonlyMap<unknown, unknown>): Map<string, unknown> {
  return new Map([...config].map(([key, value]) => [toText(key), value]));
}

interface ReadOptions {
  readonly log: Log;
  readonly folder: string;
  readonly readFile: (path: string) => Uint8Array | undefined;
  readonly overrides: ReadonlyMap<string, unknown>;
}

/** A source that is a file has no configuration; what it has to be is said later. */
function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function readDisk(path: string): Uint8Array | undefined {
  // One that is there and may not be read is an error, and not none.
  return statusOf(path)?.isDirectory() === false ? readFileSync(path) : undefined;
}

/** Where a site's configuration is looked for, in this order, if no file is named. */
export const DEFAULT_CONFIG_FILES: readonly string[] = ['_config.yml', '_config.yaml', '_config.toml'];

/** An error in a file after which Jekyll goes on with what it has read so far: Ruby's ArgumentError. */
class UnusableConfiguration extends UttersonError {}

function readFiles(options: ReadOptions): Map<unknown, unknown> {
  const { log } = options;
  let config = new Map<unknown, unknown>();
  try {
    for (const { path, isDefault } of filesToRead(options))
      config = deepMerge(config, readConfigFile(path, isDefault, options));
  } catch (error) {
    if (!(error instanceof UnusableConfiguration)) throw error;
    log.warn('WARNING:', 'Error reading configuration. Using defaults (and options).');
    log.warn('', error.message);
  }
  validate(config, log);
  return addDefaultCollections(config);
}

interface ConfigFile {
  readonly path: string;
  /** Whether it is one of the default names rather than named by the user, so that it need not exist. */
  readonly isDefault: boolean;
}

function filesToRead({ folder, readFile, overrides }: ReadOptions): readonly ConfigFile[] {
  const named = overrides.get('config');
  if (isTruthy(named) && named !== '') {
    const names = (Array.isArray(named) ? named : [named]).filter((name) => isTruthy(name) && name !== '');
    return names.map((name) => ({ path: resolvePath(folder, toText(name)), isDefault: false }));
  }
  const source = toText(overrides.get('source') ?? folder);
  const paths = DEFAULT_CONFIG_FILES.map((name) => resolvePath(folder, sanitizedPath(source, name)));
  return [{ path: paths.find((path) => readFile(path) !== undefined) ?? paths[0] ?? '', isDefault: true }];
}

function readConfigFile(path: string, isDefault: boolean, { log, readFile }: ReadOptions): Map<unknown, unknown> {
  const extension = extname(path).toLowerCase();
  if (!/^\.(?:ya?ml|toml)/.test(extension)) {
    throw new UnusableConfiguration(
      'InvalidConfiguration',
      `No parser for '${path}' is available. Use a .y(a)ml or .toml file instead.`,
    );
  }
  const bytes = readFile(path);
  if (bytes === undefined) return missingFile(path, isDefault, log);
  const config = parseConfig(bytes, path, extension);
  if (!(config instanceof Map)) {
    throw new UnusableConfiguration('InvalidConfiguration', `Configuration file: (INVALID) ${path}`);
  }
  log.info('Configuration file:', path);
  return config;
}

function missingFile(path: string, isDefault: boolean, log: Log): Map<unknown, unknown> {
  if (isDefault) {
    log.warn('Configuration file:', 'none');
    return new Map();
  }
  throw new UttersonError('MissingConfiguration', `The Configuration file '${path}' could not be found.`, {
    file: path,
    hint: 'The path is relative to the current folder.',
  });
}

function parseConfig(bytes: Uint8Array, path: string, extension: string): unknown {
  if (!isUtf8(bytes)) {
    throw new UttersonError('InvalidConfiguration', `(${path}): invalid UTF-8`, { file: path });
  }
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  try {
    if (extension.startsWith('.toml')) return parseToml(text, TimeZone.named('UTC'));
    const config = parseYaml(text);
    return config === null || config === false ? new Map() : config;
  } catch (error) {
    throw error instanceof UttersonError ? atFile(error, path) : error;
  }
}

/** Adds the file to an error. A number that SafeYAML cannot read makes the whole file unusable, as in Jekyll. */
function atFile(error: UttersonError, path: string): UttersonError {
  const options = { ...error.location, file: path, cause: error };
  if (error.message.startsWith('invalid value for Float()')) {
    return new UnusableConfiguration('InvalidConfiguration', error.message, options);
  }
  return new UttersonError(error.code, `(${path}): ${error.message}`, options);
}

function validate(config: ReadonlyMap<unknown, unknown>, log: Log): void {
  for (const name of ['plugins', 'include', 'exclude']) {
    if (!config.has(name) || Array.isArray(config.get(name))) continue;
    const found = inspect(config.get(name));
    if (name === 'plugins') {
      log.error(
        `'plugins' should be set as an array of gem-names, but was: ${found}. Use 'plugins_dir' instead to set ` +
          'the directory for your non-gemified Ruby plugins.',
      );
    }
    throw new UttersonError('InvalidConfiguration', `'${name}' should be set as an array, but was: ${found}.`, {
      hint: listHint(name, config.get(name)),
    });
  }
}

/** Before Jekyll 3, `plugins` named the folder of Ruby files, as Octopress does. */
function listHint(name: string, value: unknown): string {
  const found = typeof value === 'string' && value !== '' ? value : 'NAME';
  if (name === 'plugins' && /^plugins$|^[._]/.test(found)) {
    return `A folder with plugins is named by another key, since Jekyll 3: plugins_dir: ${found}`;
  }
  return `Write a list, also of one name: ${name}: [${found}]`;
}

/** Makes sure there is a collection of posts with `output: true`, whose permalink defaults to the site's. */
function addDefaultCollections<K>(config: Map<K | string, unknown>): Map<K | string, unknown> {
  const named = config.get('collections');
  if (isNil(named)) return config;
  const given = Array.isArray(named) ? new Map(named.map((name) => [name, new Map()])) : named;
  if (!(given instanceof Map)) {
    throw wrongKind(
      `'collections' should be a list of names or a mapping, but was: ${inspect(named)} ` +
        '(no implicit conversion of String into Hash).',
    );
  }
  const collections = deepMerge(new Map<unknown, unknown>([['posts', new Map()]]), given);
  const posts = collections.get('posts');
  if (!(posts instanceof Map)) {
    throw wrongKind(`'collections.posts' should be a mapping, but was: ${inspect(posts)}.`);
  }
  const settings = new Map(posts).set('output', true);
  const style = config.get('permalink');
  if (isTruthy(style) && !isTruthy(settings.get('permalink'))) settings.set('permalink', templateOf(style));
  return new Map(config).set('collections', collections.set('posts', settings));
}

const wrongKind = (message: string): UttersonError => new UttersonError('InvalidConfiguration', message);

function templateOf(style: unknown): string {
  if (typeof style === 'string') return PERMALINK_TEMPLATES.get(style) ?? style;
  throw wrongKind(`'permalink' should be a style or a template, but was: ${inspect(style)}.`);
}

function checkTimeZone(zone: unknown): void {
  if (!isTruthy(zone) || typeof zone === 'string') return;
  throw wrongKind(`'timezone' should be a name such as Europe/Brussels, but was: ${inspect(zone)}.`);
}

function addDefaultExcludes(config: Map<string, unknown>): Config {
  const excludes = config.get('exclude');
  if (isNil(excludes)) return config;
  if (!Array.isArray(excludes)) throw wrongKind(`'exclude' should be set as an array, but was: ${inspect(excludes)}.`);
  return new Map(config).set('exclude', [...new Set([...excludes, ...DEFAULT_EXCLUDES])]);
}
