/**
 * A typed key for a value that the caller of a render passes to tags and filters.
 *
 * @example
 * const SITE = new Register<Site>('site');
 * template.render(scope, { registers: [SITE.of(site)] });
 * context.register(SITE).source
 */
export class Register<T> {
  constructor(readonly name: string) {}

  /** Pairs the register with its value, for `RenderOptions.registers`. */
  of(value: T): RegisterEntry<T> {
    return { register: this, value };
  }

  /** The value stored for this register. */
  read(values: ReadonlyMap<string, unknown>): T | undefined {
    // Only `of` and `Context#setRegister` store values, each under a register of the value's own type.
    return values.get(this.name) as T | undefined;
  }
}

/** A register and the value it holds. */
export interface RegisterEntry<T = unknown> {
  readonly register: Register<T>;
  readonly value: T;
}
