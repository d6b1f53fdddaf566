/**
 * A Ruby Float that a JavaScript number could not tell from an Integer.
 *
 * Ruby values are represented by the nearest JavaScript values:
 *
 * | Ruby | here |
 * |---|---|
 * | nil | `null` or `undefined` |
 * | true, false | boolean |
 * | String | string |
 * | Integer | a `number` without a fraction, or a `bigint` beyond 2^53 |
 * | Float | a `number` with a fraction, or a `Float` where the value is whole, infinite or NaN |
 * | Array | array |
 * | Hash | `Map` (order and key types are Ruby's; prototype keys are harmless) |
 * | Time, Date | `Time`, `CalendarDate` |
 *
 * So a plain `1.5` already is a Float, and only `1.0` needs the wrapper.
 */
export class Float {
  constructor(readonly value: number) {}
}

/**
 * Represents a Ruby Float: wrapped only where a plain number would count as an Integer.
 *
 * @example
 * float(1.5) // 1.5
 * float(1)   // Float { value: 1 }
 */
export function float(value: number): number | Float {
  return Number.isFinite(value) && !Number.isInteger(value) ? value : new Float(value);
}
