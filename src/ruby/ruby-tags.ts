import type { BlockBody } from '../liquid/block-body.ts';
import type { TagNode } from '../liquid/tag.ts';

/**
 * The numbers of the tags that the interpreter has made for templates, and the bodies of those that are blocks. A watching process parses
 * bodies of pages again and again, so tags are let go of together with the templates that they are in.
 */
export class RubyTags {
  readonly #bodies = new Map<number, BlockBody>();
  readonly #gone: number[] = [];
  readonly #templates = new FinalizationRegistry<number>((number) => {
    this.#bodies.delete(number);
    this.#gone.push(number);
  });
  #count = 0;

  /** The number for a new tag. */
  reserve(): number {
    return ++this.#count;
  }

  /** @param node what the template keeps of the tag */
  keep(number: number, node: TagNode, body: BlockBody | undefined): void {
    if (body !== undefined) this.#bodies.set(number, body);
    this.#templates.register(node, number);
  }

  body(number: number): BlockBody | undefined {
    return this.#bodies.get(number);
  }

  /** The tags that have gone since this was last asked. */
  takeGone(): readonly number[] {
    return this.#gone.splice(0);
  }
}
