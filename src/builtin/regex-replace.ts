import { definePlugin, type FilterFunction, inspect, toText, UttersonError } from '../plugin/plugin.ts';
import { rubyPattern } from './shared/ruby-pattern.ts';
import { replaceAll } from './shared/ruby-replace.ts';

/** Patterns are few and used for many texts. */
const patterns = new Map<string, RegExp>();
const MOST_PATTERNS = 500;

function patternOf(source: string): RegExp {
  const known = patterns.get(source);
  if (known !== undefined) return known;
  if (patterns.size >= MOST_PATTERNS) patterns.clear();
  const pattern = rubyPattern(source);
  patterns.set(source, pattern);
  return pattern;
}

function requireText(value: unknown, filter: string, what: string): string {
  if (typeof value === 'string') return value;
  throw new UttersonError('TypeError', `${filter}: ${what} is ${inspect(value)} instead of text.`, {
    hint: `The filter works as in {{ page.title | ${filter}: '[aeiou]', '*' }}.`,
  });
}

/** @param times whether all matches are replaced, or the first */
function replaceIn(filter: string, times: 'all' | 'once'): FilterFunction {
  return (input, [search, value]) => {
    const text = requireText(input, filter, 'its input');
    const replacement = requireText(value, filter, 'the replacement');
    const pattern = patternOf(toText(search));
    return replaceAll(
      text,
      times === 'all' ? pattern : new RegExp(pattern, pattern.flags.replace('g', '')),
      replacement,
    );
  };
}

/** jekyll-regex-replace: `{{ text | regex_replace: '(\w+)@', '\1 at ' }}`, and `regex_replace_once`. */
export default definePlugin({
  name: 'jekyll-regex-replace',
  isSafe: true,
  filters: {
    regex_replace: { required: 2, apply: replaceIn('regex_replace', 'all') },
    regex_replace_once: { required: 2, apply: replaceIn('regex_replace_once', 'once') },
  },
});
