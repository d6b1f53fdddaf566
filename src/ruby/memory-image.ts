import { integersIn } from '../util/record/number-views.ts';

const PAGE = 4096;
/** The pages of WebAssembly, in which a memory grows. */
const MEMORY_PAGE = 65_536;

/** The memory of an instance. */
export interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** What has happened in the memory of an instance of WebAssembly: the pages that are no longer as a new instance has them. */
export class MemoryImage {
  /** The size of the memory in WebAssembly's pages, then the numbers of the changed pages. */
  readonly #numbers: Int32Array;
  /** What is in these, one after the other. */
  readonly #contents: Uint8Array;

  private constructor(numbers: Int32Array, contents: Uint8Array) {
    this.#numbers = numbers;
    this.#contents = contents;
  }

  /** @param before the memory of a new instance */
  static between(before: ArrayBuffer, after: ArrayBuffer): MemoryImage {
    const blank = Buffer.alloc(PAGE);
    const changed: number[] = [];
    for (let start = 0; start < after.byteLength; start += PAGE) {
      const old = start < before.byteLength ? Buffer.from(before, start, PAGE) : blank;
      if (!old.equals(Buffer.from(after, start, PAGE))) changed.push(start / PAGE);
    }
    const contents = Buffer.concat(changed.map((page) => Buffer.from(after, page * PAGE, PAGE)));
    return new MemoryImage(Int32Array.of(after.byteLength / MEMORY_PAGE, ...changed), contents);
  }

  /** @param parts those of an image */
  static from([numbers = new Uint8Array(), contents = new Uint8Array()]: readonly Uint8Array[]): MemoryImage {
    return new MemoryImage(integersIn(numbers), contents);
  }

  get parts(): readonly Uint8Array[] {
    return [new Uint8Array(this.#numbers.buffer), this.#contents];
  }

  /** Makes the memory of a new instance what that of the other one was. */
  putInto(memory: Memory): void {
    const [size = 0, ...pages] = this.#numbers;
    memory.grow(size - memory.buffer.byteLength / MEMORY_PAGE);
    const target = new Uint8Array(memory.buffer);
    pages.forEach((page, index) => {
      target.set(this.#contents.subarray(PAGE * index, PAGE * (index + 1)), PAGE * page);
    });
  }
}
