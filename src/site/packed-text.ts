import { decodeUtf8, encodeUtf8 } from '../util/encoding.ts';

/**
 * A string stored as UTF-8 outside of JavaScript's heap. There, a string with a single typographic quote takes two bytes
 * per character, and pages have many such quotes.
 *
 * @example
 * String(new PackedText('“Hello”')) // '“Hello”'
 */
export class PackedText {
  /** The bytes, or the part of another text that they are, or a function that fetches them again. */
  #held: Buffer | Part | (() => Buffer);
  readonly #isWellFormed: boolean;

  constructor(text: string | Part) {
    this.#isWellFormed = typeof text !== 'string' || text.isWellFormed();
    if (typeof text !== 'string') this.#held = text;
    else this.#held = this.#isWellFormed ? pack(text) : encodeUtf8(text);
  }

  /** The text in UTF-8. */
  get bytes(): Buffer {
    // Kept, since it is usually asked for again: by pages that show all posts.
    if (typeof this.#held === 'function') this.#held = this.#held();
    const held = this.#held;
    return 'whole' in held ? held.whole.bytes.subarray(held.start, held.end) : held;
  }

  /** Frees the memory for the next text; the bytes, and those of its parts, are fetched again when needed. */
  putAway(fetch: () => Buffer): void {
    giveBack(this.bytes);
    this.#held = fetch;
  }

  /**
   * Packs a part of this text into the same memory: a page contains its body, which in a large site makes up a third of
   * all memory.
   *
   * @param whole this text
   * @param part a string, which gets memory of its own if it is not part of this text
   */
  packPart(whole: string, part: string): PackedText {
    const at = splitsPair(part) || !this.#isWellFormed ? -1 : whole.indexOf(part);
    if (at === -1) return new PackedText(part);
    const start = Buffer.byteLength(whole.slice(0, at));
    // The text around a body is usually shorter than the body itself, hence cheaper to measure.
    const end = this.bytes.length - Buffer.byteLength(whole.slice(at + part.length));
    return new PackedText({ whole: this, start, end });
  }

  /** The offset in bytes of a part that was packed into this memory; undefined for a text with memory of its own. */
  startOf(part: PackedText): number | undefined {
    const held = part.#held;
    return typeof held === 'object' && 'whole' in held && held.whole === this ? held.start : undefined;
  }

  toString(): string {
    return decodeUtf8(this.bytes);
  }
}

/** A part of a text, by its byte offsets. */
interface Part {
  readonly whole: PackedText;
  readonly start: number;
  readonly end: number;
}

/** Texts share large buffers: one for each text would cost more than writing it, and trigger more garbage collections. */
const SLAB = 2 ** 21;
const MOST_BYTES_PER_UNIT = 3;
let slab = Buffer.alloc(0);
let used = 0;

function pack(text: string): Buffer {
  const most = text.length * MOST_BYTES_PER_UNIT;
  if (most > SLAB / 8) return Buffer.from(text);
  if (used + most > slab.length) {
    slab = Buffer.allocUnsafeSlow(SLAB);
    used = 0;
  }
  const start = used;
  used += slab.write(text, start);
  return slab.subarray(start, used);
}

/** Makes memory available again, if it belongs to the text packed last. */
function giveBack(bytes: Buffer): void {
  const start = bytes.byteOffset - slab.byteOffset;
  if (bytes.buffer === slab.buffer && start + bytes.length === used) used = start;
}

/** Whether a string begins or ends inside a surrogate pair: half of one encodes differently from the whole. */
function splitsPair(text: string): boolean {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return (first >= 0xdc00 && first <= 0xdfff) || (last >= 0xd800 && last <= 0xdbff);
}
