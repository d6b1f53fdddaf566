import type { Document } from '../../site/document.ts';
import type { RecalledData } from '../../site/services.ts';
import { Time } from '../../util/time/time.ts';
import { readValue, writeValue } from './value-text.ts';

/**
 * A note stores a document's data as a text of three parts: this head, the values, and the output of the excerpt. Dates
 * are in the site's time zone, which cannot be stored as a value: so the head has the moment, from which the date is made
 * again in that zone.
 */
interface Head {
  readonly date: readonly [seconds: number, nanoseconds: number] | null;
  readonly hasExcerpt: boolean;
  readonly hasOutput: boolean;
}

/** Separates the parts. Only the last one, the output, can contain line breaks. */
const SEPARATOR = '\n';

/**
 * Makes a note of a document that has just been read.
 *
 * @returns undefined if `recallDocument` could not restore its data exactly
 */
export function noteDocument(document: Document): string | undefined {
  const { data, excerpt } = document;
  const date = data.get('date');
  const values = new Map(data);
  if (date !== undefined) values.set('date', null);
  if (excerpt !== null && data.get('excerpt') === excerpt) values.set('excerpt', null);
  const moment = date === undefined ? null : restorableMoment(document);
  const text = moment === undefined ? undefined : writeValue(values);
  if (moment === undefined || text === undefined) return undefined;
  return joinNote({ date: moment, hasExcerpt: excerpt !== null, hasOutput: false }, text, '');
}

/** Adds the output of the excerpt to a note. */
export function withOutput(note: string, output: string): string {
  const { head, values } = splitNote(note);
  return joinNote({ ...head, hasOutput: true }, values, output);
}

/** Restores a document's data from its note. */
export function recallDocument(note: string, { site }: Document): RecalledData {
  const { head, values, output } = splitNote(note);
  const data = readValue(values) as RecalledData['data'];
  if (head.date !== null) data.set('date', site.zone.at(...head.date));
  return { data, hasExcerpt: head.hasExcerpt, excerptOutput: head.hasOutput ? output : null };
}

/** The moment of a document's date, or undefined if the site's zone would not make the same date of it. */
function restorableMoment({ data, site }: Document): Head['date'] | undefined {
  const date = data.get('date');
  if (!(date instanceof Time)) return undefined;
  const { seconds, nanoseconds, exactSeconds, offset, zone, isUtc } = date;
  const again = site.zone.at(seconds, nanoseconds);
  const isSame = exactSeconds === seconds && offset === again.offset && zone === again.zone && isUtc === again.isUtc;
  return isSame ? [seconds, nanoseconds] : undefined;
}

function joinNote(head: Head, values: string, output: string): string {
  return [JSON.stringify(head), values, output].join(SEPARATOR);
}

function splitNote(note: string): { readonly head: Head; readonly values: string; readonly output: string } {
  const first = note.indexOf(SEPARATOR);
  const second = note.indexOf(SEPARATOR, first + 1);
  return {
    head: JSON.parse(note.slice(0, first)) as Head,
    values: note.slice(first + 1, second),
    output: note.slice(second + 1),
  };
}
