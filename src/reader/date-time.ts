import { JULIAN_DAY_OF_EPOCH, SECONDS_PER_DAY } from '../util/time/civil.ts';
import { formatOffset, Time } from '../util/time/time.ts';

/** Ruby's DateTime, which CSV's converter `date_time` makes: a Time that prints differently. */
export class DateTime extends Time {
  readonly rubyClass = 'DateTime';

  constructor(seconds: number, nanoseconds: number, offset: number) {
    super(seconds, nanoseconds, offset, offsetWithColon(offset));
  }

  /**
   * @example
   * new DateTime(1704164645, 0, 7200).toString() // '2024-01-02T05:04:05+02:00'
   */
  override toString(): string {
    return `${super.toString().slice(0, -' +0200'.length).replace(' ', 'T')}${offsetWithColon(this.offset)}`;
  }

  /** Ruby's `Array()` takes apart only a Time. */
  override toArray(): unknown[] {
    return [this];
  }

  /** DateTime#inspect, which shows the day and the second of the day in UTC. */
  inspect(): string {
    const days = Math.floor(this.seconds / SECONDS_PER_DAY);
    const moment = `${days + JULIAN_DAY_OF_EPOCH}j,${this.seconds - days * SECONDS_PER_DAY}s,${this.nanoseconds}n`;
    return `#<DateTime: ${this.toString()} ((${moment}),${this.offset < 0 ? '' : '+'}${this.offset}s,2299161j)>`;
  }
}

function offsetWithColon(offset: number): string {
  return formatOffset(offset).replace(/\d\d$/, ':$&');
}
