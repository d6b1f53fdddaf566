/** A hash that tells which of its keys are read. */
export class RecordedMap extends Map<unknown, unknown> {
  readonly #onRead: ((key: unknown) => void) | undefined;

  /** @param onRead gets the key, or undefined where all of the hash is read */
  constructor(entries: Iterable<readonly [unknown, unknown]>, onRead: (key: unknown) => void) {
    super(entries);
    // Only now: the base constructor fills the map before there is a field.
    this.#onRead = onRead;
  }

  override get(key: unknown): unknown {
    this.#onRead?.(key);
    return super.get(key);
  }

  override has(key: unknown): boolean {
    this.#onRead?.(key);
    return super.has(key);
  }

  override get size(): number {
    this.#onRead?.(undefined);
    return super.size;
  }

  override entries(): MapIterator<[unknown, unknown]> {
    this.#onRead?.(undefined);
    return super.entries();
  }

  override keys(): MapIterator<unknown> {
    this.#onRead?.(undefined);
    return super.keys();
  }

  override values(): MapIterator<unknown> {
    this.#onRead?.(undefined);
    return super.values();
  }

  override forEach(action: (value: unknown, key: unknown, map: Map<unknown, unknown>) => void): void {
    this.#onRead?.(undefined);
    super.forEach(action);
  }

  override [Symbol.iterator](): MapIterator<[unknown, unknown]> {
    return this.entries();
  }
}
