import { describePart, type OutputPart } from '../../regenerator/output-part.ts';
import type { ReadSet, Reads } from '../../regenerator/reads.ts';
import type { Item } from '../../site/item.ts';
import { PackedText } from '../../site/packed-text.ts';
import { type GrowingMap, growingMap } from '../../util/record/layered-map.ts';

/** An item's converted body, with what it was made from. */
export interface Body {
  readonly read: ReadSet;
  /** Returns undefined if the body was stored on disk and is damaged. */
  readonly html: () => string | undefined;
  /** The body in memory, if this process made it. */
  readonly memory?: BodyMemory;
  /** Its place in the item's previous output, if it is part of that. */
  readonly part?: OutputPart;
}

/** A body in memory: a plain text while its item is rendered, then packed and shared with the item. */
export interface BodyMemory {
  text: string | PackedText;
  /** Its place in the item's output, or undefined if it is not part of that. */
  part: OutputPart | undefined;
}

/** The converted bodies of a site, by the names of their items: those that this build made, and those that it took over. */
export class Bodies {
  readonly #reads: Reads;
  readonly #bodies: GrowingMap<string, Body>;
  /** The body of the item that is being rendered. */
  #current: BodyMemory | null = null;
  /** Bodies whose memory is shared with their items. */
  readonly #shared: { readonly item: Item; readonly body: BodyMemory }[] = [];

  /** @param kept all bodies of the previous build, for a site that is kept from it */
  constructor(reads: Reads, kept: ReadonlyMap<string, Body> | undefined) {
    this.#reads = reads;
    this.#bodies = growingMap(kept);
  }

  /** To be called before an item is rendered. */
  begin(): void {
    this.#current = null;
  }

  /** Takes over the body of an item that is not rendered. */
  keep(name: string, body: Body): void {
    this.#bodies.set(name, body);
  }

  /**
   * Takes over a body for an item that is rendered because of something else, such as its layout.
   *
   * @returns the body, or undefined if it was stored on disk and is damaged
   */
  reuse(name: string, known: Body): string | undefined {
    const html = known.html();
    if (html === undefined) return undefined;
    this.#reads.replay(known.read);
    if (known.memory !== undefined) this.#useMemory(known.memory, html);
    // The output that contains it is about to be replaced.
    if (known.part !== undefined) this.#add(name, known.read, html);
    else this.#bodies.set(name, known);
    return html;
  }

  /** Makes a body and records what it reads. */
  make(name: string, make: () => string): string {
    const { result, read } = this.#reads.record(() => {
      this.#reads.note(`source:${name}`);
      return make();
    });
    this.#add(name, read, result);
    return result;
  }

  /** Packs an item that has been rendered. Item and record then share the body's memory, unless a hook has changed the body. */
  pack(item: Item): void {
    const body = this.#current;
    const isItems = body !== null && body.text === item.content;
    const packed = item.pack();
    if (isItems && packed !== null) {
      body.text = packed;
      // This must be done now, as its bytes may not stay in memory.
      const start = item.isWritten ? item.bodyStart : undefined;
      body.part = start === undefined ? undefined : describePart(packed.bytes, start);
      this.#shared.push({ item, body });
    } else if (typeof body?.text === 'string') body.text = new PackedText(body.text);
    this.#current = null;
  }

  /** All bodies, as the next build needs them. */
  finish(): ReadonlyMap<string, Body> {
    // A hook may have changed an item after it was rendered and packed.
    for (const { item, body } of this.#shared) {
      if (item.contentHolder !== body.text || item.bodyStart === undefined) body.part = undefined;
    }
    return this.#bodies;
  }

  #add(name: string, read: ReadSet, html: string): void {
    const memory: BodyMemory = { text: html, part: undefined };
    this.#useMemory(memory, html);
    this.#bodies.set(name, { read, html: () => memory.text.toString(), memory });
  }

  /** Keeps a body as a plain text until its item is packed. */
  #useMemory(memory: BodyMemory, html: string): void {
    memory.text = html;
    this.#current = memory;
  }
}
