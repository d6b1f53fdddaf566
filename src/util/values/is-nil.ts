/** Ruby's `nil?`: null and undefined both stand for nil. */
export function isNil(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
