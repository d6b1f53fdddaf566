/** The rest of ReadonlyMap, for classes that implement `size`, `get`, `has` and `keys`. */
export abstract class AbstractMap<Key, Value> implements ReadonlyMap<Key, Value> {
  abstract readonly size: number;
  abstract get(key: Key): Value | undefined;
  abstract has(key: Key): boolean;
  abstract keys(): IterableIterator<Key>;

  *entries(): IterableIterator<[Key, Value]> {
    for (const key of this.keys()) yield [key, this.get(key) as Value];
  }

  *values(): IterableIterator<Value> {
    for (const key of this.keys()) yield this.get(key) as Value;
  }

  [Symbol.iterator](): IterableIterator<[Key, Value]> {
    return this.entries();
  }

  forEach(action: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) action(value, key, this);
  }
}
