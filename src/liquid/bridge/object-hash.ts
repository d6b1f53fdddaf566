/**
 * A live view of a JavaScript object as a hash of its own enumerable properties.
 * Its prototype is out of reach, whatever key a template asks for.
 */
export class ObjectHash extends Map<unknown, unknown> {
  /**
   * @param convert turns a property's value into a Ruby value
   */
  constructor(
    private readonly target: object,
    private readonly convert: (value: unknown) => unknown,
  ) {
    super();
  }

  override get size(): number {
    return Object.keys(this.target).length;
  }

  override has(key: unknown): boolean {
    return typeof key === 'string' && Object.prototype.propertyIsEnumerable.call(this.target, key);
  }

  override get(key: unknown): unknown {
    return this.has(key) ? this.convert(Reflect.get(this.target, String(key))) : undefined;
  }

  override set(key: unknown, value: unknown): this {
    Object.defineProperty(this.target, String(key), { value, writable: true, enumerable: true, configurable: true });
    return this;
  }

  override *entries(): MapIterator<[unknown, unknown]> {
    for (const key of Object.keys(this.target)) yield [key, this.get(key)];
  }

  override *keys(): MapIterator<unknown> {
    yield* Object.keys(this.target);
  }

  override *values(): MapIterator<unknown> {
    for (const key of Object.keys(this.target)) yield this.get(key);
  }

  override [Symbol.iterator](): MapIterator<[unknown, unknown]> {
    return this.entries();
  }

  override forEach(visit: (value: unknown, key: unknown, map: Map<unknown, unknown>) => void): void {
    for (const key of Object.keys(this.target)) visit(this.get(key), key, this);
  }
}
