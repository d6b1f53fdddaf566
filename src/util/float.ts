/**
 * Ruby's Float where JavaScript's number cannot tell it from an Integer.
 *
 * A Ruby value is held as the JavaScript value that is nearest to it:
 *
 * | Ruby | here |
 * |---|---|
 * | nil | `null` or `undefined` |
 * | true, false | boolean |
 * | String | string |
 * | Integer | a `number` without a fraction, or a `bigint` beyond 2^53 |
 * | Float | a `number` with a fraction, or a `Float` when the value is whole, infinite or not a number |
 * | Array | array |
 * | Hash | `Map` (order and key types are Ruby's; prototype keys are harmless) |
 * | Time, Date | `Time`, `CalendarDate` |
 *
 * So a plain `1.5` is a Float already and only `1.0` needs the wrapper.
 */
export class Float {
  constructor(readonly value: number) {}
}

/**
 * A Ruby Float as held here: wrapped only where a plain number would read as an Integer.
 *
 * @example
 * float(1.5) // 1.5
 * float(1)   // Float { value: 1 }
 */
export function float(value: number): number | Float {
  return Number.isFinite(value) && !Number.isInteger(value) ? value : new Float(value);
}
