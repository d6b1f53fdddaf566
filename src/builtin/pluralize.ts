import { definePlugin, type FilterFunction, isNil, toText } from '../plugin/plugin.ts';
import { toInteger } from './shared/to-integer.ts';

const pluralize: FilterFunction = (input, [singular, plural]) => {
  const number = typeof input === 'number' ? Math.trunc(input) : toInteger(toText(input));
  if (number === 1) return `1 ${toText(singular)}`;
  return `${number} ${isNil(plural) ? `${toText(singular)}s` : toText(plural)}`;
};

/** liquid_pluralize: `{{ site.posts.size | pluralize: 'post' }}`. */
export default definePlugin({
  name: 'liquid_pluralize',
  isSafe: true,
  filters: { pluralize: { required: 1, optional: 1, apply: pluralize } },
});
