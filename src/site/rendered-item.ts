import { encodeText, isUnicode } from '../util/encoding.ts';
import { toText } from '../util/values/inspect.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import { PackedText } from './packed-text.ts';
import type { Site } from './site.ts';

/** Fetches the texts of an item whose output from the previous build is still valid. */
export interface KeptTexts {
  readonly content: () => string;
  readonly output: () => string;
}

/** A page or document: it has a body and an output, which are either rendered or kept from the previous build. */
export abstract class RenderedItem {
  abstract readonly site: Site;
  /** Writes it into the destination, in place of the writer. */
  writeItself: (() => void) | null = null;
  #content: string | PackedText | null;
  #output: string | PackedText | null = null;
  /** Set while the output of the previous build is kept. */
  #kept: KeptTexts | null = null;
  /** Returns the source text of an item that is rendered again. Called only if somebody asks for it. */
  #source: (() => string | null) | null = null;
  /** Whether `#content` is the body, as opposed to one that is still to be fetched from `#kept`. */
  #hasOwnContent = true;
  /** The output that has already been written to the destination. */
  #placed: PackedText | null = null;
  /** Whether the body is the text of a file that has not been read yet. */
  #awaitsSource: boolean;

  constructor(content: string | null, awaitsSource = false) {
    this.#content = content;
    this.#awaitsSource = awaitsSource;
  }

  /** A key of the front matter, or else of the front matter defaults. */
  abstract value(key: string): unknown;

  /** What ends the excerpt: the item's own `excerpt_separator`, or the site's; empty if there is none. */
  get excerptSeparator(): string {
    const own = this.value('excerpt_separator');
    return toText(isTruthy(own) ? own : this.site.config.get('excerpt_separator'));
  }

  /** The body: source text until it is rendered, then the output of the converters. */
  get content(): string | null {
    if (this.#kept === null) this.#takeSource();
    else if (!this.#hasOwnContent) {
      this.#content = this.#kept.content();
      this.#hasOwnContent = true;
    }
    return unpack(this.#content);
  }

  set content(content: string | null) {
    this.#awaitsSource = false;
    this.#content = content;
    this.#source = null;
    this.#hasOwnContent = true;
  }

  /** The body for comparison by identity: it is replaced whenever the body changes, and need not be fetched or unpacked to be compared. */
  get contentHolder(): string | PackedText | KeptTexts | null {
    if (this.#kept !== null) return this.#hasOwnContent ? this.#content : this.#kept;
    this.#takeSource();
    return this.#content;
  }

  /** Fetches the body that the previous build left; undefined if the body is at hand. It stays the same if the item is rendered anew. */
  get keptContent(): (() => string) | undefined {
    const kept = this.#kept;
    return this.#hasOwnContent || kept === null ? undefined : () => kept.content();
  }

  get output(): string | null {
    if (this.#output === null && this.#kept !== null) this.#output = this.#kept.output();
    return unpack(this.#output);
  }

  set output(output: string | null) {
    this.#output = output;
    if (output !== null) this.#kept = null;
  }

  /** The output in the site's encoding, as it is written to the destination. */
  get outputBytes(): Uint8Array {
    const output = this.#output;
    const { encoding } = this.site;
    return output instanceof PackedText && isUnicode(encoding) ? output.bytes : encodeText(this.output ?? '', encoding);
  }

  /** Whether the current output has already been written to the destination. */
  get isPlaced(): boolean {
    return this.#placed !== null && this.#placed === this.#output;
  }

  /** To be called once the output is written: it is then dropped from memory and read back with `fetch` if needed. */
  leaveInPlace(fetch: () => Buffer): void {
    if (!(this.#output instanceof PackedText)) return;
    this.#placed = this.#output;
    this.#output.putAway(fetch);
  }

  /** The offset of the body in the written output, in bytes; undefined if it is not part of it, or not packed yet. */
  get bodyStart(): number | undefined {
    const content = this.#content;
    const output = this.#output;
    const isPacked = content instanceof PackedText && output instanceof PackedText && isUnicode(this.site.encoding);
    return isPacked ? output.startOf(content) : undefined;
  }

  /** Reads the file if that was put off until now. Only documents put it off. */
  protected readSource(): void {}

  #takeSource(): void {
    if (this.#awaitsSource) this.readSource();
    const source = this.#source;
    if (source === null) return;
    this.#source = null;
    this.#content = source();
  }

  /** Runs `read`, which sets the source text, but keeps the body if it no longer is that text. */
  protected keepingBody(read: () => void): void {
    const content = this.#content;
    const source = this.#source;
    const hasOwnContent = this.#hasOwnContent;
    const isAwaited = this.#awaitsSource && this.#kept === null;
    read();
    if (isAwaited) return;
    this.#content = content;
    this.#source = source;
    this.#hasOwnContent = hasOwnContent;
  }

  /** Whether this build has already rendered it, or decided to keep its output. */
  get isRendered(): boolean {
    return this.#kept !== null || this.#output !== null;
  }

  /** Whether the output of the previous build is kept. */
  get isKept(): boolean {
    return this.#kept !== null;
  }

  /** Keeps the output of the previous build. The texts are fetched only if somebody asks for them. */
  keep(texts: KeptTexts): void {
    this.#kept = texts;
    this.#source = null;
    this.#hasOwnContent = false;
  }

  /**
   * Stores body and output compactly. They can still be read and changed.
   *
   * @returns the packed body, or null if there is none
   */
  pack(): PackedText | null {
    const content = this.#content;
    const output = this.#output;
    const packed = typeof output === 'string' ? new PackedText(output) : output;
    this.#output = packed;
    if (this.#hasOwnContent && typeof content === 'string') {
      const isShared = packed !== null && typeof output === 'string';
      this.#content = isShared ? packed.packPart(output, content) : new PackedText(content);
    }
    return this.#content instanceof PackedText ? this.#content : null;
  }

  /**
   * Prepares the item for being rendered again.
   *
   * @param source returns its source text. It is not called if the body is still valid and only a layout has changed
   */
  restart(source: () => string | null): void {
    this.#kept = null;
    this.#output = null;
    this.#content = null;
    this.#source = source;
    this.#hasOwnContent = true;
  }
}

function unpack(text: string | PackedText | null): string | null {
  return text === null ? null : text.toString();
}
