import { CsvError, parse } from 'csv-parse/sync';
import { UttersonError } from '../errors.ts';
import { requireUtf8 } from '../util/encoding.ts';
import { CalendarDate } from '../util/time/calendar-date.ts';
import { isCivil } from '../util/time/civil.ts';
import { findDateFragments } from '../util/time/date-fragments.ts';
import { nanosecondsOfFraction, secondsOfWallClock } from '../util/time/time.ts';
import { float } from '../util/values/float.ts';
import { DateTime } from './date-time.ts';

/** Options of `parseCsv`. */
export interface CsvOptions {
  /** The string between fields, a comma by default. */
  readonly separator?: string;
  /** Whether the first row names the columns, so that the others become Maps; true by default. */
  readonly hasHeaders?: boolean;
  /** Ruby's names of the conversions to apply: `integer`, `float`, `numeric`, `date`, `date_time`, `all`. */
  readonly converters?: readonly string[];
}

type Field = string | null;
const LINE_BREAK = /\r\n|\r|\n/;
const QUOTING =
  'A field with a comma, a quote or a line break stands in quotes, with each quote in it written twice; all lines end alike.';
type Converter = (field: string) => unknown;

/**
 * Parses comma-separated values as Ruby's CSV does: an empty field is nil unless it is quoted, an empty line is an empty
 * row, of several columns with the same name the first counts, and fields without a name are under the key nil.
 *
 * @throws {UttersonError} `MalformedCsv` with the line, `InvalidConfiguration` for an unknown converter
 * @example
 * parseCsv('name,age\nJane,') // [Map { 'name' => 'Jane', 'age' => null }]
 */
export function parseCsv(text: string, options: CsvOptions = {}): unknown[] {
  requireUtf8(text, 'Invalid byte sequence in UTF-8');
  const rows = readRows(text, options.separator ?? ',');
  const convert = converterOf(options.converters ?? []);
  const convertRow = (row: readonly Field[]): unknown[] => row.map((field) => (field === null ? null : convert(field)));
  if (options.hasHeaders === false) return rows.map(convertRow);
  const [headers = [], ...records] = rows;
  return records.map((row) => toRecord(headers, convertRow(row)));
}

function toRecord(headers: readonly Field[], row: readonly unknown[]): Map<Field, unknown> {
  const record = new Map<Field, unknown>();
  for (let index = 0; index < Math.max(headers.length, row.length); index++) {
    const name = headers[index] ?? null;
    if (!record.has(name)) record.set(name, row[index] ?? null);
  }
  return record;
}

function readRows(text: string, separator: string): readonly Field[][] {
  try {
    const rows: Field[][] = parse(text, {
      delimiter: separator,
      // Like Ruby, guess it from the first line break, even if that is inside quotes.
      record_delimiter: LINE_BREAK.exec(text)?.[0] ?? '\n',
      relax_column_count: true,
      cast: (value, { quoting, lines }) => (quoting ? value : readUnquoted(value, lines, text)),
    });
    return rows.map((row) => (row.length === 1 && row[0] === null ? [] : row));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error['lines'] === 'number' ? error['lines'] : 1;
    throw new UttersonError('MalformedCsv', `${describe(error)} in line ${line}.`, {
      line,
      source: text,
      hint: QUOTING,
      cause: error,
    });
  }
}

/** Ruby expects every line to end as the first one does, and rejects any other line break outside of quotes. */
function readUnquoted(value: string, line: number, source: string): Field {
  const [lineBreak] = LINE_BREAK.exec(value) ?? [];
  if (lineBreak === undefined) return value === '' ? null : value;
  const message = `Unquoted fields do not allow new line <${JSON.stringify(lineBreak)}> in line ${line}.`;
  throw new UttersonError('MalformedCsv', message, { line, source, hint: QUOTING });
}

/** The message that Ruby has for csv-parse's error. */
function describe(error: CsvError): string {
  if (error.code === 'INVALID_OPENING_QUOTE') return 'Illegal quoting';
  if (error.code === 'CSV_INVALID_CLOSING_QUOTE') return "Any value after quoted field isn't allowed";
  return error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'Unclosed quoted field' : error.message;
}

/** As in Ruby, converters are tried in order until one returns something other than a string. */
function converterOf(names: readonly string[]): Converter {
  const converters = names.flatMap((name) => {
    const known = CONVERTERS.get(name);
    if (known === undefined) {
      const valid = [...CONVERTERS.keys()].join(', ');
      throw new UttersonError('InvalidConfiguration', `There is no CSV converter '${name}'.`, {
        hint: `The converters are ${valid}.`,
      });
    }
    return known;
  });
  return (field) => {
    for (const convert of converters) {
      const value = convert(field);
      if (typeof value !== 'string') return value;
    }
    return field;
  };
}

function toInteger(field: string): unknown {
  const digits = /^\s*([-+]?)(0[xX][\da-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|\d+(?:_\d+)*)\s*$/.exec(field);
  if (digits === null) return field;
  const size = BigInt((digits[2] ?? '').replaceAll('_', '').replace(/^0(?=\d)/, '0o'));
  const value = digits[1] === '-' ? -size : size;
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function toFloat(field: string): unknown {
  const isNumber = /^\s*[-+]?(?:\d+(?:_\d+)*)?(?:(?<=\d)|\.\d+(?:_\d+)*)(?:[eE][-+]?\d+(?:_\d+)*)?\s*$/.test(field);
  const isHexadecimal = /^\s*[-+]?0x[\da-f]+\s*$/i.test(field);
  if (isHexadecimal) return float(Number(toInteger(field)));
  return isNumber ? float(Number(field.replaceAll('_', ''))) : field;
}

const DATE = /^(?:(?:\w+,?\s+)?\w+\s+\d{1,2},?\s+\d{2,4}|\d{4}-\d{2}-\d{2})$/;

function toDate(field: string): unknown {
  if (!DATE.test(field)) return field;
  const { year, month, day } = findDateFragments(field);
  if (year === undefined || month === undefined || day === undefined || !isCivil(year, month, day)) return field;
  return new CalendarDate(year, month, day);
}

/**
 * What Ruby's `date_time` recognises: dates as C's `ctime` prints them, and ISO 8601, in which a blank may replace the
 * `T`.
 */
const DATE_TIME =
  /^(?:(?:\w+,?\s+)?\w+\s+\d{1,2}\s+\d{1,2}:\d{1,2}:\d{1,2},?\s+\d{2,4}|\d{4}-\d{2}-\d{2}(?:\s\d{2}:\d{2}:\d{2}|T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?(?:[+-]\d{2}(?::\d{2})|Z)?)?)?)$/;

function toDateTime(field: string): unknown {
  if (!DATE_TIME.test(field)) return field;
  const found = findDateFragments(field);
  const { year, month, day, hour = 0, minute = 0, second = 0, fraction = '' } = found;
  if (year === undefined || month === undefined || day === undefined || !isCivil(year, month, day)) return field;
  const isEndOfDay = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !isEndOfDay) || minute > 59 || second > 60) return field;
  const [, sign, hours = 0, minutes = 0] = /^([-+])(\d\d):?(\d\d)$/.exec(found.zone ?? '') ?? [];
  const offset = (Number(hours) * 3600 + Number(minutes) * 60) * (sign === '-' ? -1 : 1);
  const wall = secondsOfWallClock({ year, month, day, hour, minute, second: Math.min(second, 59) });
  return new DateTime(wall - offset, nanosecondsOfFraction(fraction), offset);
}

const CONVERTERS: ReadonlyMap<string, readonly Converter[]> = new Map([
  ['integer', [toInteger]],
  ['float', [toFloat]],
  ['numeric', [toInteger, toFloat]],
  ['date', [toDate]],
  ['date_time', [toDateTime]],
  ['all', [toDateTime, toInteger, toFloat]],
]);
