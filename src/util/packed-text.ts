import { decodeUtf8, encodeUtf8 } from './encoding.ts';

/**
 * A text held as UTF-8, outside of JavaScript's heap. A string with a single typographic quote takes two bytes a
 * character there, and a site's pages have many.
 *
 * @example
 * String(new PackedText('“Hello”')) // '“Hello”'
 */
export class PackedText {
  #held: Buffer | Part | (() => Buffer);
  readonly #isWellFormed: boolean;

  constructor(text: string | Part) {
    this.#isWellFormed = typeof text !== 'string' || text.isWellFormed();
    if (typeof text !== 'string') this.#held = text;
    else this.#held = this.#isWellFormed ? pack(text) : encodeUtf8(text);
  }

  /** The text in UTF-8. */
  get bytes(): Buffer {
    // Who asks for it once asks for it again, as a rule: pages that show all posts.
    if (typeof this.#held === 'function') this.#held = this.#held();
    const held = this.#held;
    return 'whole' in held ? held.whole.bytes.subarray(held.start, held.end) : held;
  }

  /** Lets go of the memory, for the next text: what the text is, and its parts are, is fetched when somebody asks. */
  putAway(fetch: () => Buffer): void {
    giveBack(this.bytes);
    this.#held = fetch;
  }

  /**
   * Packs a part of this text into the same memory: the body of a page is in the page once more, and of a large site
   * that is a third of all there is.
   *
   * @param whole this text
   * @param part a text that gets memory of its own where it is no part
   */
  packPart(whole: string, part: string): PackedText {
    const at = isHalved(part) || !this.#isWellFormed ? -1 : whole.indexOf(part);
    if (at === -1) return new PackedText(part);
    const start = Buffer.byteLength(whole.slice(0, at));
    // What is around a body is shorter than the body, as a rule.
    const end = this.bytes.length - Buffer.byteLength(whole.slice(at + part.length));
    return new PackedText({ whole: this, start, end });
  }

  /** Where a part begins that was packed into this memory, in bytes; undefined for a text that has memory of its own. */
  startOf(part: PackedText): number | undefined {
    const held = part.#held;
    return typeof held === 'object' && 'whole' in held && held.whole === this ? held.start : undefined;
  }

  toString(): string {
    return decodeUtf8(this.bytes);
  }
}

/** A part of a text, from a byte to a byte. */
interface Part {
  readonly whole: PackedText;
  readonly start: number;
  readonly end: number;
}

/** Texts share large pieces of memory: one for each text costs more than to write it, and has garbage collected more often. */
const SLAB = 2 ** 21;
const MOST_BYTES_A_UNIT = 3;
let slab = Buffer.alloc(0);
let used = 0;

function pack(text: string): Buffer {
  const most = text.length * MOST_BYTES_A_UNIT;
  if (most > SLAB / 8) return Buffer.from(text);
  if (used + most > slab.length) {
    slab = Buffer.allocUnsafeSlow(SLAB);
    used = 0;
  }
  const start = used;
  used += slab.write(text, start);
  return slab.subarray(start, used);
}

/** Of what was packed last the memory is used again. */
function giveBack(bytes: Buffer): void {
  const start = bytes.byteOffset - slab.byteOffset;
  if (bytes.buffer === slab.buffer && start + bytes.length === used) used = start;
}

/** Whether a text begins or ends with half a character, which takes other bytes where the other half stands beside it. */
function isHalved(text: string): boolean {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  return (first >= 0xdc00 && first <= 0xdfff) || (last >= 0xd800 && last <= 0xdbff);
}
