import type { Site } from '../../plugin/plugin.ts';

/**
 * A value that is made once for each site, when it is first asked for.
 *
 * @example
 * const times = new PerSite((site) => new ModifiedTimes(site));
 * times.of(site); // made
 * times.of(site); // the same one
 */
export class PerSite<Value extends object> {
  readonly #make: (site: Site) => Value;
  readonly #values = new WeakMap<Site, Value>();

  constructor(make: (site: Site) => Value) {
    this.#make = make;
  }

  of(site: Site): Value {
    const known = this.#values.get(site);
    if (known !== undefined) return known;
    const made = this.#make(site);
    this.#values.set(site, made);
    return made;
  }

  /** Has the value made anew when it is next asked for. */
  forget(site: Site): void {
    this.#values.delete(site);
  }
}
