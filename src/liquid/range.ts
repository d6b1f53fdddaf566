import { Float } from '../util/values/float.ts';
import { integer } from '../util/values/ruby-float.ts';

/** Ruby's Range of Integers, as in `(1..5)`. */
export class Range {
  constructor(
    readonly first: number | bigint,
    readonly last: number | bigint,
  ) {}

  get rubyClass(): string {
    return 'Range';
  }

  /** The number of integers in it. */
  get size(): number {
    return Math.max(0, Number(this.last) - Number(this.first) + 1);
  }

  /** At most `count` integers, starting at an index. */
  slice(from: number, count: number): (number | bigint)[] {
    const length = Math.max(0, Math.min(count, this.size - from));
    const first = this.first;
    if (typeof first === 'number' && Number.isSafeInteger(first + from + length))
      return Array.from({ length }, (_, index) => first + from + index);
    const start = BigInt(first) + BigInt(from);
    return Array.from({ length }, (_, index) => integer(start + BigInt(index)));
  }

  toArray(): (number | bigint)[] {
    return this.slice(0, this.size);
  }

  includes(value: unknown): boolean {
    const number = value instanceof Float ? value.value : value;
    return (typeof number === 'number' || typeof number === 'bigint') && number >= this.first && number <= this.last;
  }

  equals(other: unknown): boolean {
    return other instanceof Range && other.first === this.first && other.last === this.last;
  }

  toString(): string {
    return `${this.first}..${this.last}`;
  }
}
