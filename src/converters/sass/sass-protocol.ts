import type { CompiledSass, SassJob, SassMessage, SassOutcome } from './sass-job.ts';

/**
 * The messages of the Embedded Sass Protocol 3 (https://github.com/sass/sass/blob/main/spec/embedded-protocol.md) that a
 * job needs. They are protocol buffers: numbered fields, each an integer, a flag, or bytes. A packet consists of its
 * length, the number of the compilation, and a message.
 */

type Field = readonly [number: number, value: string | number | boolean | Uint8Array | undefined];

/** The wire type of bytes and strings, which are preceded by their length. */
const DELIMITED = 2;

/** The numbers of fields, each as the specification has it. */
const COMPILE_REQUEST = 2;
const SYNTAXES = { scss: 0, indented: 1 } as const;
const STYLES = { expanded: 0, compressed: 1 } as const;
const PROTOCOL_ERROR = 1;
const COMPILE_RESPONSE = 2;
const LOG_EVENT = 3;
const DEBUG = 2;

/** The packet that requests the compilation of a style sheet. */
export function requestOf(id: number, job: SassJob): Buffer {
  const input = message([
    [1, job.content],
    [2, job.url],
    [3, SYNTAXES[job.syntax]],
  ]);
  const request = message([
    [2, input],
    [4, STYLES[job.style]],
    [5, job.hasSourceMap],
    ...job.loadPaths.map((path): Field => [6, message([[1, path]])]),
    [10, job.verbose],
    [11, job.quietDeps],
    [12, job.hasSourceMap],
    [13, job.hasCharset],
    ...job.fatalDeprecations.map((name): Field => [15, name]),
    ...job.silenceDeprecations.map((name): Field => [16, name]),
    ...job.futureDeprecations.map((name): Field => [17, name]),
  ]);
  const packet = Buffer.concat([varint(id), message([[COMPILE_REQUEST, request]])]);
  return Buffer.concat([varint(packet.length), packet]);
}

function message(fields: readonly Field[]): Buffer {
  const parts: Uint8Array[] = [];
  for (const [number, value] of fields) {
    // Default values are omitted.
    if (value === undefined || value === '' || value === 0 || value === false) continue;
    if (typeof value === 'number' || value === true) parts.push(varint(number * 8), varint(Number(value)));
    else {
      const octets = typeof value === 'string' ? Buffer.from(value) : value;
      parts.push(varint(number * 8 + DELIMITED), varint(octets.length), octets);
    }
  }
  return Buffer.concat(parts);
}

/** A varint: seven bits per byte, the lowest first. */
function varint(value: number): Buffer {
  const octets: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) octets.push((rest % 0x80) + 0x80);
  return Buffer.from([...octets, rest]);
}

/**
 * A report of the compiler: a message in the course of a compilation, or its result, null if the compiler itself
 * failed.
 */
type SassReport =
  | { readonly id: number; readonly message: SassMessage }
  | { readonly id: number; readonly outcome: SassOutcome | null };

/** Assembles reports from what the compiler writes, piece by piece. */
export class ReportReader {
  #rest: Buffer = Buffer.alloc(0);

  /** @returns the reports that this piece completes */
  *take(piece: Buffer): Generator<SassReport> {
    this.#rest = Buffer.concat([this.#rest, piece]);
    for (let packet = this.#nextPacket(); packet !== undefined; packet = this.#nextPacket()) {
      const { value: id, end } = varintAt(packet, 0) ?? { value: 0, end: 0 };
      yield* reportsIn(id, packet.subarray(end));
    }
  }

  #nextPacket(): Buffer | undefined {
    const length = varintAt(this.#rest, 0);
    if (length === undefined || this.#rest.length < length.end + length.value) return undefined;
    const packet = this.#rest.subarray(length.end, length.end + length.value);
    this.#rest = this.#rest.subarray(length.end + length.value);
    return packet;
  }
}

function varintAt(octets: Buffer, start: number): { readonly value: number; readonly end: number } | undefined {
  let value = 0;
  for (let place = start, unit = 1; place < octets.length; place++, unit *= 0x80) {
    const octet = octets[place] ?? 0;
    value += (octet % 0x80) * unit;
    if (octet < 0x80) return { value, end: place + 1 };
  }
  return undefined;
}

/**
 * The fields of a message, either bytes or integers: in the parts of the protocol that are read here, there is no third
 * kind.
 */
function* fieldsOf(octets: Buffer): Generator<readonly [number: number, value: number, octets: Buffer]> {
  for (let place = 0; place < octets.length; ) {
    const tag = varintAt(octets, place);
    const value = tag && varintAt(octets, tag.end);
    if (tag === undefined || value === undefined) return;
    const isDelimited = tag.value % 8 === DELIMITED;
    place = value.end + (isDelimited ? value.value : 0);
    yield [Math.floor(tag.value / 8), value.value, octets.subarray(value.end, place)];
  }
}

/** A message's fields by number; of repeated fields the last. */
const byNumber = (octets: Buffer): Map<number, { readonly value: number; readonly octets: Buffer }> =>
  new Map([...fieldsOf(octets)].map(([number, value, own]) => [number, { value, octets: own }]));

function* reportsIn(id: number, octets: Buffer): Generator<SassReport> {
  for (const [number, , own] of fieldsOf(octets)) {
    if (number === LOG_EVENT) yield { id, message: messageIn(own) };
    else if (number === COMPILE_RESPONSE) yield { id, outcome: outcomeIn(own) };
    else if (number === PROTOCOL_ERROR) yield { id, outcome: null };
  }
}

function messageIn(octets: Buffer): SassMessage {
  const fields = byNumber(octets);
  const text = textIn(fields.get(3));
  const deprecation = fields.get(7);
  if (deprecation !== undefined) return { kind: 'deprecation', text, name: textIn(deprecation) };
  return { kind: fields.get(2)?.value === DEBUG ? 'debug' : 'warn', text };
}

const textIn = (field: { readonly octets: Buffer } | undefined): string => field?.octets.toString() ?? '';

/** The result of a compilation; its messages have been reported before. */
function outcomeIn(octets: Buffer): SassOutcome | null {
  const fields = byNumber(octets);
  const success = fields.get(2);
  const failure = fields.get(3);
  if (failure !== undefined) return failureIn(failure.octets);
  if (success === undefined) return null;
  const result = byNumber(success.octets);
  const map = textIn(result.get(2));
  const loaded = [...fieldsOf(octets)].filter(([number]) => number === 4).map(([, , url]) => url.toString());
  const compiled: CompiledSass = {
    css: textIn(result.get(1)),
    sourceMap: map === '' ? undefined : JSON.parse(map),
    loaded,
    messages: [],
  };
  return { kind: 'compiled', compiled };
}

function failureIn(octets: Buffer): SassOutcome {
  const fields = byNumber(octets);
  const span = byNumber(fields.get(2)?.octets ?? Buffer.alloc(0));
  const start = byNumber(span.get(2)?.octets ?? Buffer.alloc(0));
  const url = textIn(span.get(4));
  return {
    kind: 'failed',
    failure: {
      message: textIn(fields.get(1)),
      line: (start.get(2)?.value ?? 0) + 1,
      column: (start.get(3)?.value ?? 0) + 1,
      url: url === '' ? undefined : url,
    },
  };
}
