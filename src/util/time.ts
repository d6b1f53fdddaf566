/** A moment with the offset it is shown in: Ruby's Time. */
export class Time {
  /**
   * @param seconds since 1970-01-01 00:00:00 UTC, whole
   * @param nanoseconds 0 to 999,999,999
   * @param offset seconds east of UTC
   * @param zone abbreviation as Ruby's `%Z` prints it (`UTC`, `CEST`), or null for a fixed offset
   */
  constructor(
    readonly seconds: number,
    readonly nanoseconds: number,
    readonly offset: number,
    readonly zone: string | null,
  ) {}
}
