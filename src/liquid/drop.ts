/**
 * An object whose properties templates can read, and which can record those reads (Liquid::Drop).
 *
 * A template sees only what `get` returns, nothing of the JavaScript object itself.
 *
 * @example
 * class ThemeDrop extends Drop {
 *   override get rubyClass(): string {
 *     return 'Jekyll::Drops::ThemeDrop';
 *   }
 *
 *   get(key: string): unknown {
 *     return key === 'version' ? '2.5.1' : null;
 *   }
 * }
 */
export abstract class Drop {
  /** The name of its class in Ruby, which a drop prints unless it overrides `toString`. */
  get rubyClass(): string {
    return this.constructor.name;
  }

  /** Ruby's `drop[key]`; null or undefined stands for nil. Keys other than strings (`drop[0]`) are passed unconverted. */
  abstract get(key: unknown): unknown;

  /** Ruby's `drop.key?(key)`: whether a lookup may call `get`. With `strict_variables` a missing key is an error. */
  has(_key: unknown): boolean {
    return true;
  }

  /**
   * Sets a key, where the drop can be changed: `increment` writes into the outermost drop.
   *
   * @throws {TypeError} unless a subclass overrides it
   */
  set(key: string, _value: unknown): void {
    throw new TypeError(`Key ${key} cannot be set in the drop.`);
  }

  /** The keys of a drop that can be iterated (Ruby's Enumerable); undefined if it cannot. */
  keys(): readonly string[] | undefined {
    return undefined;
  }

  /** What a loop over the drop goes through (Ruby's `each`): its keys, unless a subclass overrides it. */
  items(): readonly unknown[] | undefined {
    return this.keys();
  }

  /** The drop as `{{ drop }}` prints it and string filters read it. */
  toString(): string {
    return this.rubyClass;
  }

  /** Whether Ruby has that in US-ASCII, as it has the names of classes. */
  get printsUsAscii(): boolean {
    return true;
  }

  /** The drop as a hash or an array that contains it prints it. */
  inspect(): string {
    return this.rubyClass;
  }

  /** Ruby's `==`. */
  equals(other: unknown): boolean {
    return this === other;
  }

  /**
   * Ruby's `<=>`, which a drop overrides whose class mixes in Comparable; only then can it be compared with `<` and
   * sorted.
   */
  compareTo(other: unknown): number | undefined {
    return this.equals(other) ? 0 : undefined;
  }

  /** Whether `<`, `>`, `<=` and `>=` apply. */
  get comparable(): boolean {
    return false;
  }
}
