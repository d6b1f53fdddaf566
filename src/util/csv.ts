import { CsvError, parse } from 'csv-parse/sync';
import { UttersonError } from '../errors.ts';
import { CalendarDate } from './calendar-date.ts';
import { isCivil } from './civil.ts';
import { findDateFragments } from './date-fragments.ts';
import { DateTime } from './date-time.ts';
import { requireUtf8 } from './encoding.ts';
import { float } from './float.ts';
import { secondsOfWallClock } from './time.ts';

export interface CsvOptions {
  /** What stands between fields. */
  readonly separator?: string;
  /** Whether the first row names the columns, so that the others become Maps. */
  readonly hasHeaders?: boolean;
  /** Ruby's names of what to make of fields: `integer`, `float`, `numeric`, `date`, `date_time`, `all`. */
  readonly converters?: readonly string[];
}

type Field = string | null;
const LINE_BREAK = /\r\n|\r|\n/;
type Converter = (field: string) => unknown;

/**
 * Reads comma-separated values as Ruby's CSV does: an empty field is nil but an empty one in quotes is not, an empty line is
 * a row of nothing, of columns with the same name the first counts, and fields beyond the named ones go by nil.
 *
 * @throws UttersonError MalformedCsv with the line
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
      // Also a line break in quotes, as Ruby guesses.
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
      cause: error,
    });
  }
}

/** Ruby takes the first line's ending for all, and refuses another one outside of quotes. */
function readUnquoted(value: string, line: number, source: string): Field {
  const [lineBreak] = LINE_BREAK.exec(value) ?? [];
  if (lineBreak === undefined) return value === '' ? null : value;
  const message = `Unquoted fields do not allow new line <${JSON.stringify(lineBreak)}> in line ${line}.`;
  throw new UttersonError('MalformedCsv', message, { line, source });
}

/** Ruby's words for what csv-parse found. */
function describe(error: CsvError): string {
  if (error.code === 'INVALID_OPENING_QUOTE') return 'Illegal quoting';
  if (error.code === 'CSV_INVALID_CLOSING_QUOTE') return "Any value after quoted field isn't allowed";
  return error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'Unclosed quoted field' : error.message;
}

/** Ruby tries one converter after the other until one makes something other than text. */
function converterOf(names: readonly string[]): Converter {
  const converters = names.flatMap((name) => {
    const known = CONVERTERS[name];
    if (known === undefined) {
      const valid = Object.keys(CONVERTERS).join(', ');
      throw new UttersonError('InvalidConfiguration', `There is no CSV converter '${name}'.`, {
        hint: `Valid are ${valid}.`,
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

/** What Ruby takes for a moment: as a C program prints it, or by ISO 8601 in full, with a blank in place of the `T` too. */
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
  return new DateTime(wall - offset, Number(fraction.slice(0, 9).padEnd(9, '0')), offset);
}

const CONVERTERS: Readonly<Record<string, readonly Converter[]>> = {
  integer: [toInteger],
  float: [toFloat],
  numeric: [toInteger, toFloat],
  date: [toDate],
  date_time: [toDateTime],
  all: [toDateTime, toInteger, toFloat],
};
