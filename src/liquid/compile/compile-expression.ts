import type { Comparison, Condition } from '../condition.ts';
import { BlankLiteral, type Expression, type Lookup, type LookupStep } from '../expression.ts';
import type { FilterCall } from '../filter.ts';
import { KeywordArguments } from '../filter.ts';
import { EncodingNote } from '../filters/encoding-note.ts';
import { variableName } from '../first-piece.ts';
import type { Variable } from '../variable.ts';
import { type Code, literal } from './code.ts';
import type { Scope } from './scope.ts';

/** The JavaScript expression for a variable and its filters. */
export function compileVariable({ expression, filters }: Variable, code: Code, scope: Scope): string {
  return compileFilters(filters, compileExpression(expression, code, scope), { code, scope });
}

/** JavaScript expressions for a variable with its filters, and for whether Ruby would have the value in US-ASCII. */
export function compileEncoded({ expression, filters }: Variable, code: Code, scope: Scope) {
  const start = filters.findLastIndex((filter) => !filter.keepsEncoding) + 1;
  const input = code.name('input');
  const before = compileExpression(expression, code, scope);
  code.add(`const ${input} = ${compileFilters(filters.slice(0, start), before, { code, scope })};`);
  const name = start === 0 ? variableName(expression) : null;
  const known = name === null || scope.variables.has(name) ? 'null' : literal(name);
  return {
    value: compileFilters(filters.slice(start), input, { code, scope }),
    isUsAscii: `runtime.isInUsAscii(${input}, ${known}, context)`,
  };
}

interface Place {
  readonly code: Code;
  readonly scope: Scope;
}

function compileFilters(filters: readonly FilterCall[], input: string, place: Place): string {
  return filters.reduce((value, filter) => compileFilter(filter, value, place), input);
}

/**
 * The input is evaluated before the arguments, as in Ruby: JavaScript evaluates a call's arguments from left to right.
 */
function compileFilter(filter: FilterCall, input: string, { code, scope }: Place): string {
  const args = filter.positional.map((argument) => compileExpression(argument, code, scope));
  const call = code.constant(filter instanceof EncodingNote ? filter.within(scope.variables) : filter);
  if (filter.hasConstantArguments) return `${call}.apply(${input}, context)`;
  if (filter.keywords.size > 0) args.push(compileKeywords(filter, { code, scope }));
  return `${call}.applyTo(${input}, [${args.join(', ')}], context)`;
}

function compileKeywords(filter: FilterCall, { code, scope }: Place): string {
  const pairs = [...filter.keywords].map(
    ([name, expression]) => `[${literal(name)}, ${compileExpression(expression, code, scope)}]`,
  );
  return `new (${code.constant(KeywordArguments)})([${pairs.join(', ')}])`;
}

/** The JavaScript expression for a Liquid expression. */
export function compileExpression(expression: Expression, code: Code, scope: Scope): string {
  switch (expression.kind) {
    case 'literal':
      if (expression instanceof BlankLiteral) return `${code.constant(expression)}.evaluate(context)`;
      return compileLiteral(expression.value, code);
    case 'range':
      return `runtime.range(${compileBound(expression.first, code, scope)}, ${compileBound(expression.last, code, scope)})`;
    case 'lookup':
      return compileLookup(expression, code, scope);
  }
}

/** The first bound is converted before the second is looked up: which of two errors comes first depends on it. */
function compileBound(expression: Expression, code: Code, scope: Scope): string {
  return `runtime.bound(${compileExpression(expression, code, scope)})`;
}

function compileLiteral(value: unknown, code: Code): string {
  if (typeof value === 'string') return literal(value);
  if (value === null || value === undefined) return 'undefined';
  if (typeof value === 'boolean' || Number.isSafeInteger(value)) return String(value);
  return code.constant(value);
}

function compileLookup(lookup: Lookup, code: Code, scope: Scope): string {
  return lookup.steps.reduce(
    (value, step) => `runtime.step(context, ${value}, ${compileKey(step, code, scope)}, ${step.isCommand})`,
    compileName(lookup, code, scope),
  );
}

function compileName({ name }: Lookup, code: Code, scope: Scope): string {
  if (name === null) return 'context.find(null)';
  if (typeof name !== 'string') return compileComputedName(compileExpression(name, code, scope), scope);
  return scope.variables.get(name) ?? `context.find(${literal(name)})`;
}

/** `{{ [name] }}` may name a loop variable that exists only in the generated code. */
function compileComputedName(name: string, { variables }: Scope): string {
  if (variables.size === 0) return `context.find(${name})`;
  const known = [...variables].map(([variable, place]) => `[${literal(variable)}, ${place}]`);
  return `runtime.findNamed(context, ${name}, new Map([${known.join(', ')}]))`;
}

function compileKey({ key }: LookupStep, code: Code, scope: Scope): string {
  return typeof key === 'string' ? literal(key) : compileExpression(key, code, scope);
}

/** A boolean JavaScript expression for a condition: `and` and `or` group from the right, as in Liquid. */
export function compileCondition(condition: Condition, code: Code, scope: Scope): string {
  const first = compileComparison(condition, code, scope);
  if (condition.next === undefined) return first;
  const operator = condition.next.relation === 'and' ? '&&' : '||';
  return `${first} ${operator} (${compileCondition(condition.next.condition, code, scope)})`;
}

function compileComparison(comparison: Comparison, code: Code, scope: Scope): string {
  const left = compileExpression(comparison.left, code, scope);
  if (comparison.operator === undefined) return `runtime.isTruthy(${left})`;
  const right = comparison.right === undefined ? 'undefined' : compileExpression(comparison.right, code, scope);
  if (comparison.operator === '==') return `runtime.equal(${left}, ${right})`;
  return `runtime.operate(${literal(comparison.operator)}, ${left}, ${right})`;
}
