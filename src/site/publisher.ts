import type { Time } from '../util/time/time.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import type { ReadonlyHash } from './hash.ts';

interface Publishable {
  readonly data: ReadonlyHash;
  /** Only documents have one: pages are never hidden as future. */
  readonly date?: Time;
}

/** Decides what is published: not items with `published: false` or a future date, unless the configuration says so. */
export class Publisher {
  readonly #time: Time;
  /** Whether items with a future date are published. */
  readonly showsFuture: boolean;
  readonly #showsUnpublished: boolean;
  /** The earliest future date of a hidden item, in seconds since 1970. */
  #firstHidden = Number.POSITIVE_INFINITY;

  constructor(time: Time, options: { readonly future: boolean; readonly unpublished: boolean }) {
    this.#time = time;
    this.showsFuture = options.future;
    this.#showsUnpublished = options.unpublished;
  }

  publishes(item: Publishable): boolean {
    return this.#allows(item) && !this.hidesFuture(item);
  }

  /**
   * Whether an item is hidden because of its future date. If future items are shown, the date is not even asked for:
   * asking would give a draft without a date one, by which it would then be sorted.
   */
  hidesFuture(item: Publishable): boolean {
    const date = this.showsFuture ? undefined : item.date;
    if (date === undefined || date.seconds <= this.#time.seconds) return false;
    this.#firstHidden = Math.min(this.#firstHidden, date.seconds);
    return true;
  }

  /** Whether an item that was hidden because of its date will no longer be by a later time. */
  showsMoreBy(time: Time): boolean {
    return this.#firstHidden <= time.seconds;
  }

  /** Whether anything was hidden because of its date. */
  get hasHidden(): boolean {
    return this.#firstHidden !== Number.POSITIVE_INFINITY;
  }

  /** Jekyll looks at the data alone, so a page's defaults have no say, and an empty `published:` hides the item. */
  #allows(item: Publishable): boolean {
    return this.#showsUnpublished || !item.data.has('published') || isTruthy(item.data.get('published'));
  }
}
