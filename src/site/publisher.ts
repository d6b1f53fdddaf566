import { isTruthy } from '../util/is-truthy.ts';
import type { Time } from '../util/time.ts';
import type { ReadonlyHash } from './hash.ts';

interface Publishable {
  readonly data: ReadonlyHash;
  /** Only documents have one; pages are never hidden in the future. */
  readonly date?: Time;
}

/** Decides what is published: `published: false` and dates to come are kept back unless the flags say otherwise. */
export class Publisher {
  readonly #time: Time;
  /** Whether what is dated in the future is shown. */
  readonly showsFuture: boolean;
  readonly #unpublished: boolean;
  /** The earliest date that was hidden, in seconds since 1970. */
  #firstHidden = Number.POSITIVE_INFINITY;

  constructor(time: Time, options: { readonly future: boolean; readonly unpublished: boolean }) {
    this.#time = time;
    this.showsFuture = options.future;
    this.#unpublished = options.unpublished;
  }

  publishes(item: Publishable): boolean {
    return this.#allows(item) && !this.hidesFuture(item);
  }

  /** Where nothing is hidden no date is asked for: asked for, a draft without one would have it, and be sorted by it. */
  hidesFuture(item: Publishable): boolean {
    const date = this.showsFuture ? undefined : item.date;
    if (date === undefined || date.seconds <= this.#time.seconds) return false;
    this.#firstHidden = Math.min(this.#firstHidden, date.seconds);
    return true;
  }

  /** Whether an item that was hidden as one of the future is none any more at a later time. */
  showsMoreBy(time: Time): boolean {
    return this.#firstHidden <= time.seconds;
  }

  /** Whether there is anything that time will show. */
  get hasHidden(): boolean {
    return this.#firstHidden !== Number.POSITIVE_INFINITY;
  }

  /** Jekyll fetches the key from the data alone, so a page's defaults have no say, and an empty `published:` hides. */
  #allows(item: Publishable): boolean {
    if (this.#unpublished || !item.data.has('published')) return true;
    const published = item.data.get('published');
    return isTruthy(published);
  }
}
