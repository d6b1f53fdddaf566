import { encodeText, isUnicode } from '../util/encoding.ts';
import { PackedText } from '../util/packed-text.ts';
import type { Site } from './site.ts';

/** Where the texts of an item are found whose output of the build before still holds. */
export interface KeptTexts {
  readonly content: () => string;
  readonly output: () => string;
}

/** What is rendered: it has a body and an output, set in its turn or fetched from the build before. */
export abstract class RenderedItem {
  abstract readonly site: Site;
  #content: string | PackedText | null;
  #output: string | PackedText | null = null;
  #kept: KeptTexts | null = null;
  /** Gives the source text of an item that is rendered again, once somebody asks for it. */
  #source: (() => string | null) | null = null;
  #hasOwnContent = true;
  /** The output that lies in its place already. */
  #placed: PackedText | null = null;
  /** Whether the body is the text of a file that nobody has read yet. */
  #awaitsSource: boolean;

  constructor(content: string | null, awaitsSource = false) {
    this.#content = content;
    this.#awaitsSource = awaitsSource;
  }

  /** The body: source text until it is rendered, then what the converters made of it. */
  get content(): string | null {
    return unpack(this.contentHolder);
  }

  /** What holds the body, to compare: another one as soon as the body is another one. A packed text takes long to unpack. */
  get contentHolder(): string | PackedText | null {
    if (this.#kept === null) this.#takeSource();
    else if (!this.#hasOwnContent) {
      this.#content = this.#kept.content();
      this.#hasOwnContent = true;
    }
    return this.#content;
  }

  set content(content: string | null) {
    this.#awaitsSource = false;
    this.#content = content;
    this.#source = null;
    this.#hasOwnContent = true;
  }

  get output(): string | null {
    if (this.#output === null && this.#kept !== null) this.#output = this.#kept.output();
    return unpack(this.#output);
  }

  set output(output: string | null) {
    this.#output = output;
    if (output !== null) this.#kept = null;
  }

  /** The output as it is written, in the site's encoding. */
  get outputBytes(): Uint8Array {
    const output = this.#output;
    const { encoding } = this.site;
    return output instanceof PackedText && isUnicode(encoding) ? output.bytes : encodeText(this.output ?? '', encoding);
  }

  /** Whether the output lies in its place as it is. */
  get isPlaced(): boolean {
    return this.#placed !== null && this.#placed === this.#output;
  }

  /** To be told when the output lies in its place: from there it is fetched if somebody asks for it, and takes no memory. */
  leaveInPlace(fetch: () => Buffer): void {
    if (!(this.#output instanceof PackedText)) return;
    this.#placed = this.#output;
    this.#output.putAway(fetch);
  }

  /** Where the body begins in what is written, in bytes; undefined where it is no part of it, or not packed yet. */
  get bodyStart(): number | undefined {
    const [content, output] = [this.#content, this.#output];
    const isPacked = content instanceof PackedText && output instanceof PackedText && isUnicode(this.site.encoding);
    return isPacked ? output.startOf(content) : undefined;
  }

  /** Reads the file, where that was put off until somebody asks for what stands in it. */
  protected readSource(): void {}

  #takeSource(): void {
    if (this.#awaitsSource) this.readSource();
    const source = this.#source;
    if (source === null) return;
    this.#source = null;
    this.#content = source();
  }

  /** Runs what sets the source text; a body that is another by now stays all the same. */
  protected leavingBody(read: () => void): void {
    const [content, source, hasOwnContent] = [this.#content, this.#source, this.#hasOwnContent];
    const isAwaited = this.#awaitsSource && this.#kept === null;
    read();
    if (isAwaited) return;
    this.#content = content;
    this.#source = source;
    this.#hasOwnContent = hasOwnContent;
  }

  /** Whether its turn to be rendered has come in this build. */
  get isRendered(): boolean {
    return this.#kept !== null || this.#output !== null;
  }

  /** Whether the output of the build before still holds. */
  get isKept(): boolean {
    return this.#kept !== null;
  }

  /** Leaves the output of the build before as it is; the texts are fetched only when somebody asks for them. */
  keep(texts: KeptTexts): void {
    this.#kept = texts;
    this.#source = null;
    this.#hasOwnContent = false;
  }

  /**
   * Keeps body and output in little memory, where they may be read and changed all the same.
   *
   * @returns the body as it is kept
   */
  pack(): PackedText | null {
    const [content, output] = [this.#content, this.#output];
    const packed = typeof output === 'string' ? new PackedText(output) : output;
    this.#output = packed;
    if (this.#hasOwnContent && typeof content === 'string') {
      const isShared = packed !== null && typeof output === 'string';
      this.#content = isShared ? packed.packPart(output, content) : new PackedText(content);
    }
    return this.#content instanceof PackedText ? this.#content : null;
  }

  /**
   * Has the item rendered again.
   *
   * @param source gives its source text; nobody asks for it where the body still holds and only its layouts are others
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
