import { UttersonError } from '../errors.ts';
import { strip } from '../util/values/ruby-text.ts';
import { parseYaml } from '../util/yaml/yaml.ts';

/** A mapping from a configuration file (a `Map`) or from a program (an object). */
type Mapping = ReadonlyMap<unknown, unknown> | Readonly<Record<string, unknown>>;

interface Option<Value> {
  readonly initial: Value;
  /**
   * Turns a configured value, or the string in `{::options name="…"}`, into the option's value.
   *
   * @throws {UttersonError} `KramdownError` for a value that kramdown refuses
   */
  readonly read: (value: unknown, name: string) => Value;
}

function invalid(message: string): UttersonError {
  return new UttersonError('KramdownError', message);
}

/** Ruby's `to_s` for the plain values a configuration can hold. */
function toText(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of a mapping, with its keys as strings. */
export function entriesOf(mapping: Mapping): [string, unknown][] {
  const entries: Iterable<[unknown, unknown]> = mapping instanceof Map ? mapping : Object.entries(mapping);
  return [...entries].map(([key, value]) => [toText(key), value]);
}

/** kramdown drops a leading colon, and reads `nil` and the empty string as nil. */
function toSymbol(value: unknown): string | undefined {
  const text = strip(toText(value)).replace(/^:/, '');
  return text === '' || text === 'nil' ? undefined : text;
}

const flag = (initial: boolean): Option<boolean> => ({
  initial,
  read: (value) => {
    if (typeof value === 'boolean') return value;
    const text = toText(value);
    return text !== '' && strip(text.toLowerCase()) !== 'false';
  },
});

const text = (initial: string): Option<string> => ({ initial, read: toText });

const BASES: Readonly<Record<string, number>> = { x: 16, o: 8, d: 10, b: 2 };
const INTEGER = /^([+-]?)(?:0([xodb])|(0_?)(?=[\da-f]))?([\da-f]+(?:_[\da-f]+)*)$/i;

/**
 * Ruby's `Integer` of a text; undefined where that raises an error.
 *
 * @example
 * readInteger('1_000') // 1000
 * readInteger('0x1F')  // 31
 * readInteger('010')   // 8
 * readInteger('08')    // undefined
 */
function readInteger(value: string): number | undefined {
  const match = INTEGER.exec(strip(value));
  if (match === null) return undefined;
  const [, sign = '', letter, zero, written = ''] = match;
  const base = zero === undefined ? (BASES[(letter ?? 'd').toLowerCase()] ?? 10) : 8;
  const digits = written.replaceAll('_', '');
  if ([...digits].some((digit) => Number.isNaN(Number.parseInt(digit, base)))) return undefined;
  return Number.parseInt(sign + digits, base);
}

const integer = (initial: number): Option<number> => ({
  initial,
  read: (value, name) => {
    const number = readInteger(toText(value));
    if (number === undefined) throw invalid(`Invalid integer value for option '${name}': '${toText(value)}'`);
    return number;
  },
});

const symbol = (initial: string | undefined): Option<string | undefined> => ({ initial, read: toSymbol });

function readList(value: unknown, name: string): unknown[] {
  if (typeof value === 'string') return value.split(',');
  if (Array.isArray(value)) return value;
  throw invalid(`Invalid type for option ${name}: expected a list, or a string of values separated by commas`);
}

function readMapping(configured: unknown, name: string): [string, unknown][] {
  const value = typeof configured === 'string' ? parseYaml(configured) : configured;
  if (isMapping(value)) return entriesOf(value);
  throw invalid(`Invalid type for option ${name}: expected a mapping`);
}

const mapping: Option<ReadonlyMap<string, unknown>> = {
  initial: new Map(),
  read: (value, name) => new Map(readMapping(value, name).map(([key, item]) => [key.replace(/^:/, ''), item])),
};

const textMapping: Option<ReadonlyMap<string, string>> = {
  initial: new Map(),
  read: (value, name) => new Map(readMapping(value, name).map(([key, item]) => [key.replace(/^:/, ''), toText(item)])),
};

type LinkTarget = readonly [url: string, title: string | undefined];

const linkTargets: Option<ReadonlyMap<string, LinkTarget>> = {
  initial: new Map(),
  read: (value, name) =>
    new Map(
      readMapping(value, name).map(([key, item]) => {
        if (!Array.isArray(item) || item.length === 0 || item.length > 2) {
          throw invalid(`Invalid structure for hash value of option ${name}`);
        }
        const title: unknown = item[1];
        return [key, [toText(item[0]), title === null || title === undefined ? undefined : toText(title)]];
      }),
    ),
};

function readLevelText(value: string): number[] {
  const range = /^(\d)\.\.(\d)$/.exec(value);
  if (range !== null) {
    const first = Number(range[1]);
    const last = Number(range[2]);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  }
  if (/^\d(?:,\d)*$/.test(value)) return value.split(',').map(Number);
  throw invalid('Invalid syntax for option toc_levels');
}

const levels: Option<readonly number[]> = {
  initial: [1, 2, 3, 4, 5, 6],
  read: (value) => {
    if (typeof value !== 'string' && !Array.isArray(value)) throw invalid('Invalid type for option toc_levels');
    const list =
      typeof value === 'string' ? readLevelText(value) : value.map((item) => Number.parseInt(toText(item), 10) || 0);
    if (list.some((level) => level < 1 || level > 6)) {
      throw invalid('Level numbers for option toc_levels have to be integers from 1 to 6');
    }
    return list;
  },
};

const quotes: Option<readonly (string | number)[]> = {
  initial: ['lsquo', 'rsquo', 'ldquo', 'rdquo'],
  read: (value, name) => {
    const list = readList(value, name).map(toText);
    if (list.length !== 4) throw invalid(`Option ${name} needs exactly 4 values`);
    return list.map((item) => readInteger(item) ?? item);
  },
};

const symbols = (initial: readonly string[]): Option<readonly string[]> => ({
  initial,
  read: (value, name) => readList(value, name).map((item) => toSymbol(item) ?? ''),
});

const linkText: Option<string> = {
  initial: '%s',
  read: (value) => {
    if (!toText(value).includes('%s')) throw invalid("option footnote_link_text needs to contain a '%s'");
    return toText(value);
  },
};

const template: Option<string> = {
  initial: '',
  read: (value) => {
    if (toText(value) === '') return '';
    throw new UttersonError('KramdownError', "kramdown's option template names an ERB template, which needs Ruby", {
      hint: 'Remove the option, and wrap the output in a layout instead.',
    });
  },
};

/** Every option, under kramdown's name. Those for output formats other than HTML are validated but have no effect. */
const OPTIONS = {
  template,
  auto_ids: flag(true),
  auto_id_stripping: flag(false),
  auto_id_prefix: text(''),
  header_links: flag(false),
  transliterated_header_ids: flag(false),
  parse_block_html: flag(false),
  parse_span_html: flag(true),
  html_to_native: flag(false),
  link_defs: linkTargets,
  footnote_nr: integer(1),
  entity_output: symbol('as_char'),
  toc_levels: levels,
  line_width: integer(72),
  latex_headers: symbols(['section', 'subsection', 'subsubsection', 'paragraph', 'subparagraph', 'subparagraph']),
  smart_quotes: quotes,
  typographic_symbols: textMapping,
  remove_block_html_tags: flag(true),
  remove_span_html_tags: flag(false),
  header_offset: integer(0),
  syntax_highlighter: symbol('rouge'),
  syntax_highlighter_opts: mapping,
  math_engine: symbol('mathjax'),
  math_engine_opts: mapping,
  footnote_backlink: text('&#8617;'),
  footnote_backlink_inline: flag(false),
  footnote_prefix: text(''),
  footnote_link_text: linkText,
  remove_line_breaks_for_cjk: flag(false),
  forbidden_inline_options: symbols(['template']),
  list_indent: integer(2),
  hard_wrap: flag(true),
  gfm_quirks: symbols(['paragraph_end']),
  gfm_emojis: flag(false),
  gfm_emoji_opts: mapping,
};

export type OptionName = keyof typeof OPTIONS;

/** The value of every option for one document. */
export type Settings = { [Name in OptionName]: ReturnType<(typeof OPTIONS)[Name]['read']> };

/** What an option may be set to: its value, a text that kramdown reads it from, and for a mapping an object or a Map. */
type Given<Value> =
  Value extends ReadonlyMap<string, unknown>
    ? Mapping | string
    : Value extends readonly (infer Item)[]
      ? readonly Item[] | string
      : Value | string;

/** Options as programs set them, under kramdown's names. */
export type GivenOptions = { readonly [Name in OptionName]?: Given<Settings[Name]> | null };

/** Whether kramdown has an option of this name. */
export function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

/**
 * Sets one option.
 *
 * @throws {UttersonError} `KramdownError` for a value that kramdown refuses
 */
export function setOption(settings: Settings, name: OptionName, value: unknown): void {
  Object.assign(settings, { [name]: OPTIONS[name].read(value, name) });
}

const INITIAL = Object.fromEntries(Object.entries(OPTIONS).map(([name, { initial }]) => [name, initial])) as Settings;

/**
 * The settings for a configuration; names that are not kramdown options are ignored.
 *
 * @throws {UttersonError} `KramdownError` for a value that kramdown refuses
 */
export function readSettings(options: Mapping): Settings {
  const settings = { ...INITIAL };
  for (const [name, value] of entriesOf(options)) {
    if (isOptionName(name)) setOption(settings, name, value);
  }
  return settings;
}
