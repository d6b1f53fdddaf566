import { inspect, isNil, isTruthy, type ReadonlyHash, UttersonError } from '../../plugin/plugin.ts';

/** The options of a JavaScript compressor, as the gem around it passes them on. */
interface GemOptions {
  readonly output: object;
  readonly compress: object | false;
  readonly mangle: object | false;
  readonly parse: object;
}

const COPYRIGHT = /(^!)|Copyright/i;

const OUTPUT = {
  ascii_only: true,
  inline_script: false,
  quote_keys: false,
  max_line_len: 32 * 1024,
  semicolons: true,
  beautify: false,
  indent_level: 4,
  indent_start: 0,
  width: 80,
  preamble: null,
  wrap_iife: false,
  shebang: true,
  quote_style: 0,
  keep_quoted_props: false,
};
const MANGLE = { eval: false, reserved: ['$super'], properties: false, toplevel: false };
const COMPRESS = {
  sequences: true,
  properties: true,
  dead_code: true,
  drop_debugger: true,
  unsafe: false,
  unsafe_comps: false,
  unsafe_math: false,
  unsafe_proto: false,
  conditionals: true,
  comparisons: true,
  evaluate: true,
  booleans: true,
  loops: true,
  unused: true,
  toplevel: false,
  top_retain: [],
  hoist_funs: true,
  hoist_vars: false,
  if_return: true,
  join_vars: true,
  collapse_vars: true,
  reduce_vars: false,
  negate_iife: true,
  pure_getters: false,
  pure_funcs: null,
  drop_console: false,
  keep_fargs: false,
  keep_fnames: false,
  passes: 1,
  keep_infinity: false,
  side_effects: true,
  switches: true,
};
const PARSE = { bare_returns: false, expression: false, html5_comments: true, shebang: true, strict: false };

/** The defaults that only one of the gems has, and the names it takes. */
export interface GemDefaults {
  readonly gem: string;
  readonly output: object;
  readonly compress: object;
  /** Names besides those that all gems have. */
  readonly names: readonly string[];
  /** Whether names of classes may be kept. */
  readonly knowsClasses: boolean;
}

const NAMES: readonly string[] = [
  'output',
  'mangle',
  'compress',
  'parse',
  'define',
  'keep_fnames',
  'toplevel',
  'source_map',
  'error_context_lines',
  'comments',
  'mangle_properties',
];

/**
 * The options that a gem makes of the settings. It has defaults of its own, and overrides them with what the settings name.
 *
 * @throws UttersonError InvalidConfiguration
 */
export function gemOptions({ gem, names, ...defaults }: GemDefaults, settings: ReadonlyHash): GemOptions {
  for (const name of settings.keys()) {
    if (!NAMES.includes(String(name)) && !names.includes(String(name))) {
      throw new UttersonError('InvalidConfiguration', `${gem}: Invalid option: ${String(name)}`, {
        hint: `It takes ${[...NAMES, ...names].join(', ')}.`,
      });
    }
  }
  for (const name of ['source_map', 'mangle_properties']) {
    if (!isOff(settings.get(name))) {
      throw new UttersonError('InvalidConfiguration', `${gem}: ${name} is not supported.`, { hint: 'Leave it out.' });
    }
  }
  const kept = {
    keep_fnames: !isOff(settings.get('keep_fnames')),
    ...(defaults.knowsClasses ? { keep_classnames: !isOff(settings.get('keep_classnames')) } : {}),
  };
  const compress = {
    global_defs: plain(settings.get('define') ?? new Map()),
    ...COMPRESS,
    ...defaults.compress,
    ...kept,
  };
  return {
    output: { ...OUTPUT, ...defaults.output, comments: commentsOf(settings), ...nested(settings, 'output') },
    compress: overridden(gem, settings, 'compress', compress),
    mangle: overridden(gem, settings, 'mangle', { ...kept, ...MANGLE }),
    parse: { ...PARSE, ...nested(settings, 'parse') },
  };
}

const isOff = (value: unknown): boolean => !isTruthy(value);

/** The settings can say in words only that all comments stay, or none. */
function commentsOf(settings: ReadonlyHash): RegExp | boolean {
  return settings.has('comments') ? settings.get('comments') === true : COPYRIGHT;
}

function nested(settings: ReadonlyHash, name: string): object {
  const value = settings.get(name);
  return value instanceof Map ? (plain(value) as object) : {};
}

function overridden(gem: string, settings: ReadonlyHash, name: string, defaults: object): object | false {
  const value = settings.get(name);
  if (value === false) return false;
  if (isNil(value) || value === true) return defaults;
  if (!(value instanceof Map)) {
    throw new UttersonError('InvalidConfiguration', `${gem}: ${name} is ${inspect(value)}.`, {
      hint: 'It is true, false or a mapping.',
    });
  }
  return { ...defaults, ...nested(settings, name) };
}

/** A value of the configuration as plain JavaScript. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, inner]) => [String(key), plain(inner)]));
  return typeof value === 'object' && value !== null ? Number(value) : value;
}
