import type { Time } from '../util/time/time.ts';
import type { Publisher } from './publisher.ts';
import type { ReadNotes } from './read-notes.ts';
import { recordedTime } from './recorded-time.ts';

/** The time of a build, and what of the site depends on it. */
export class BuildTime {
  /** A site that is kept from build to build has another one in each. */
  now: Time;
  readonly #reads: ReadNotes;
  readonly #publisher: Publisher;
  #asDate: Time | undefined;
  #hasUrls = false;
  #hasDates = false;

  constructor(now: Time, { reads, publisher }: { readonly reads: ReadNotes; readonly publisher: Publisher }) {
    this.now = now;
    this.#reads = reads;
    this.#publisher = publisher;
  }

  /** The date of documents without one. It notes which of its parts are read. */
  get asDate(): Time {
    this.#asDate ??= recordedTime(() => this.now, 'time', this.#reads);
    return this.#asDate;
  }

  /** Makes the URL of a document without a date, and notices if it contains parts of the time. */
  makeUrl(make: () => string): string {
    const { result, read } = this.#reads.record(make);
    this.#hasUrls ||= read.length > 0;
    return result;
  }

  /** Whether a date is the build's time, to the second; notices that, because it will not be that of the next build. */
  isDate({ seconds }: Time): boolean {
    const isSame = seconds === this.now.seconds;
    this.#hasDates ||= isSame;
    return isSame;
  }

  /** Whether the site would look different by `time`: a hidden post's date has come, or URLs or dates follow the build's time. */
  changesSiteBy(time: Time): boolean {
    if (time.seconds === this.now.seconds) return false;
    return this.#hasUrls || this.#hasDates || this.#publisher.showsMoreBy(time);
  }

  /** Whether the site could ever look different without any change to its files, just because time passes. */
  get mayChangeSite(): boolean {
    return this.#hasUrls || this.#hasDates || this.#publisher.hasHidden;
  }
}
