/**
 * Milliseconds on a clock that never goes back, for durations. Node loads ten modules of its own when `performance.now()`
 * is first called, which would be a hundredth of a short build.
 *
 * @example
 * const start = milliseconds();
 * const seconds = (milliseconds() - start) / 1000;
 */
export function milliseconds(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}
