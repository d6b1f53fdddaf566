import { definePlugin, type FilterFunction, toText } from '../plugin/plugin.ts';

/** Ruby's `to_i`: of a text, the number at its beginning. */
function toInteger(value: unknown): number {
  if (typeof value === 'number') return Math.trunc(value);
  return Math.trunc(Number(/^\s*[+-]?\d+(?:\.\d+)?/.exec(toText(value))?.[0] ?? 0));
}

const pluralize: FilterFunction = (input, [singular, plural]) => {
  const number = toInteger(input);
  if (number === 1) return `1 ${toText(singular)}`;
  return `${number} ${plural === undefined || plural === null ? `${toText(singular)}s` : toText(plural)}`;
};

/** liquid_pluralize: `{{ site.posts.size | pluralize: 'post' }}`. */
export default definePlugin({
  name: 'liquid_pluralize',
  isSafe: true,
  readsAreRecorded: true,
  filters: { pluralize: { required: 1, optional: 1, apply: pluralize } },
});
