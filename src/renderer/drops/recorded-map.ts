/** A hash that reports which of its keys are read. */
export class RecordedMap extends Map<unknown, unknown> {
  readonly #onRead: ((key: unknown) => void) | undefined;

  /** @param onRead called with the key, or with undefined if the whole hash is read */
  constructor(entries: Iterable<readonly [unknown, unknown]>, onRead: (key: unknown) => void) {
    super(entries);
    // The base constructor has filled the map through methods of this class, before there was a field to call.
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
