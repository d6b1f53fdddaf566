import { isTruthy } from '../../util/values/is-truthy.ts';
import { applyOperator, equalValues } from '../condition.ts';
import type { Context } from '../context.ts';
import { toRangeBound } from '../expression.ts';
import { isInUsAscii, printFirstPiece } from '../first-piece.ts';
import { ForloopDrop } from '../forloop-drop.ts';
import { lookUp } from '../lookup.ts';
import { Range } from '../range.ts';
import { selectItems, toWhole } from '../tags/for.ts';
import { printValue, toLiquid } from '../values.ts';

/** What generated code calls: the very functions that the interpreter uses, so that the two cannot differ. */
export const RUNTIME = {
  isTruthy,
  print: printValue,
  printFirstPiece,
  isInUsAscii,
  toLiquid,
  equal: (left: unknown, right: unknown): boolean => isTruthy(equalValues(left, right)),
  operate: (operator: string, left: unknown, right: unknown): boolean => isTruthy(applyOperator(operator, left, right)),
  bound: toRangeBound,
  range: (first: number | bigint, last: number | bigint): Range => new Range(first, last),
  selectItems,
  toWhole,
  createLoop: (name: string, length: number, parent: ForloopDrop | undefined): ForloopDrop =>
    new ForloopDrop(name, length, parent),

  /** A variable by its computed name, where the loops around it keep their variables in generated code. */
  findNamed: (context: Context, name: unknown, variables: ReadonlyMap<unknown, unknown>): unknown =>
    variables.has(name) ? variables.get(name) : context.find(name),

  /** One step of a lookup. */
  step(context: Context, value: unknown, key: unknown, isCommand: boolean): unknown {
    if (value instanceof Map) {
      const found: unknown = value.get(key);
      if (typeof found === 'string') return found;
    }
    const found = lookUp(value, key, isCommand);
    return typeof found === 'symbol' ? context.missing(key, found) : found;
  },
};

export type Runtime = typeof RUNTIME;
