import type { Document } from '../site/document.ts';
import type { RecalledData } from '../site/services.ts';
import { Time } from '../util/time.ts';
import { readValue, writeValue } from '../util/value-text.ts';

/**
 * What was read of a document's front matter, as a text of three parts: what there is besides values, the values, and what the excerpt was
 * rendered to. The date is one of the site's zone, which no text tells: its moment is noted, and it is made again in that zone.
 */
interface Head {
  readonly date: readonly [seconds: number, nanoseconds: number] | null;
  readonly hasExcerpt: boolean;
  readonly hasOutput: boolean;
}

const BETWEEN = '\n';

/**
 * Notes a document as it was read just now.
 *
 * @returns undefined for one that could not be told from its note as it is
 */
export function noteDocument(document: Document): string | undefined {
  const { data, excerpt } = document;
  const date = data.get('date');
  const values = new Map(data);
  if (date !== undefined) values.set('date', null);
  if (excerpt !== null && data.get('excerpt') === excerpt) values.set('excerpt', null);
  const moment = date === undefined ? null : momentOf(document);
  const text = moment === undefined ? undefined : writeValue(values);
  if (moment === undefined || text === undefined) return undefined;
  return joinNote({ date: moment, hasExcerpt: excerpt !== null, hasOutput: false }, text, '');
}

/** A note with what the excerpt was rendered to. */
export function withOutput(note: string, output: string): string {
  const { head, values } = splitNote(note);
  return joinNote({ ...head, hasOutput: true }, values, output);
}

export function recallDocument(note: string, { site }: Document): RecalledData {
  const { head, values, output } = splitNote(note);
  const data = readValue(values) as RecalledData['data'];
  if (head.date !== null) data.set('date', site.zone.at(...head.date));
  return { data, hasExcerpt: head.hasExcerpt, excerptOutput: head.hasOutput ? output : null };
}

/** The moment of a date, undefined where the site's zone would not make the same date of it. */
function momentOf({ data, site }: Document): Head['date'] | undefined {
  const date = data.get('date');
  if (!(date instanceof Time)) return undefined;
  const { seconds, nanoseconds, exactSeconds, offset, zone, isUtc } = date;
  const again = site.zone.at(seconds, nanoseconds);
  const isSame = exactSeconds === seconds && offset === again.offset && zone === again.zone && isUtc === again.isUtc;
  return isSame ? [seconds, nanoseconds] : undefined;
}

function joinNote(head: Head, values: string, output: string): string {
  return [JSON.stringify(head), values, output].join(BETWEEN);
}

/** JSON has no line breaks. */
function splitNote(note: string): { readonly head: Head; readonly values: string; readonly output: string } {
  const first = note.indexOf(BETWEEN);
  const second = note.indexOf(BETWEEN, first + 1);
  return {
    head: JSON.parse(note.slice(0, first)) as Head,
    values: note.slice(first + 1, second),
    output: note.slice(second + 1),
  };
}
