/**
 * An object a template may look into, and through which its reads can be recorded: Ruby's Liquid::Drop.
 *
 * A template sees of it only what `get` gives: nothing of the JavaScript object itself.
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
  /** The name of its class in Ruby, which is what a plain drop prints. */
  get rubyClass(): string {
    return this.constructor.name;
  }

  /** `drop[key]`; null or undefined where there is nothing. Keys that are no strings (`drop[0]`) come as they are. */
  abstract get(key: unknown): unknown;

  /** `drop.key?(key)`: whether a lookup may ask `get`. With `strict_variables` a missing key is an error. */
  has(_key: unknown): boolean {
    return true;
  }

  /** Sets a key, where the drop can be changed (`increment` writes into the outermost drop). */
  set(key: string, _value: unknown): void {
    throw new TypeError(`Key ${key} cannot be set in the drop.`);
  }

  /** The keys, where the drop can be walked through (Ruby's Enumerable); undefined where it cannot. */
  keys(): readonly string[] | undefined {
    return undefined;
  }

  /** What `{{ drop }}` and string filters see. */
  toString(): string {
    return this.rubyClass;
  }

  /** What a hash or an array that holds the drop prints. */
  inspect(): string {
    return this.rubyClass;
  }

  /** Ruby's `==`. */
  equals(other: unknown): boolean {
    return this === other;
  }

  /**
   * Ruby's `<=>`; a drop whose class mixes in Comparable overrides it, and can then be compared with `<` and sorted.
   */
  compareTo(other: unknown): number | undefined {
    return this.equals(other) ? 0 : undefined;
  }

  /** Whether `<`, `>` and their kin apply. */
  get comparable(): boolean {
    return false;
  }
}
