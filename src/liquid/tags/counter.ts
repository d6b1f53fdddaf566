import { toText } from '../../util/values/inspect.ts';
import { isTruthy } from '../../util/values/is-truthy.ts';
import { strip } from '../../util/values/ruby-text.ts';
import type { Context } from '../context.ts';
import type { TagNode, TagSource } from '../tag.ts';

/**
 * `{% increment name %}` prints a counter, then counts up. Counters are separate from the template's variables, and in
 * Jekyll they continue from page to page.
 */
export function parseIncrement(tag: TagSource): TagNode {
  const name = strip(tag.markup);
  return {
    render: (context) => {
      const value = readCounter(context, name);
      writeCounter(context, name, addTo(value, 1));
      return value;
    },
  };
}

/** `{% decrement name %}` counts down, then prints the counter. */
export function parseDecrement(tag: TagSource): TagNode {
  const name = strip(tag.markup);
  return {
    render: (context) => {
      const value = addTo(readCounter(context, name), -1);
      writeCounter(context, name, value);
      return value;
    },
  };
}

function readCounter(context: Context, name: string): unknown {
  const value = context.environments[0]?.get(name);
  return isTruthy(value) ? value : 0;
}

function writeCounter(context: Context, name: string, value: unknown): void {
  context.environments[0]?.set(name, value);
}

function addTo(value: unknown, step: number): unknown {
  if (typeof value === 'number') return value + step;
  if (typeof value === 'bigint') return value + BigInt(step);
  throw new TypeError(`A counter cannot count from ${toText(value)}.`);
}
