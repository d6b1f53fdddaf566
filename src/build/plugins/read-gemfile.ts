/** The group whose gems Jekyll loads at its start. */
const GROUP = 'jekyll_plugins';
/** The group of gems that are in no other. */
const DEFAULT_GROUP = 'default';

const GEM = /^\s*gem[\s(]+["']([^"']+)["'](.*)$/;
const BLOCK = /\bdo\s*(?:\|[^|]*\|)?\s*$|^\s*(?:if|unless|case|begin)\b/;
const GROUP_OPTION = /(?::groups?\s*=>|\bgroups?:)\s*(\[[^\]]*\]|%[iw]\[[^\]]*\]|:?["']?\w+)/;

/**
 * The gems in groups of a Gemfile, as far as they can be found without running its Ruby: in `group` blocks and in the options
 * of `gem`.
 *
 * @example
 * readGemfile("group :jekyll_plugins do\n  gem 'jekyll-feed', '~> 0.12'\nend") // ['jekyll-feed']
 */
export function readGemfile(ruby: string, wanted: readonly string[] = [GROUP]): readonly string[] {
  const names: string[] = [];
  // For each open block, the groups that it or one around it is for.
  const blocks: (readonly string[])[] = [];
  for (const line of joinCalls(ruby)) {
    const around = blocks.at(-1) ?? [];
    const [, name, options = ''] = GEM.exec(line) ?? [];
    if (name !== undefined) {
      const own = [...around, ...wordsIn(GROUP_OPTION.exec(options)?.[1] ?? '')];
      const groups = own.length === 0 ? [DEFAULT_GROUP] : own;
      if (groups.some((group) => wanted.includes(group))) names.push(name);
    } else if (/^\s*end\b/.test(line)) blocks.pop();
    else if (BLOCK.test(line)) blocks.push([...around, ...wordsIn(/^\s*group\b(.*)\bdo\b/.exec(line)?.[1] ?? '')]);
  }
  return names;
}

const wordsIn = (list: string): readonly string[] => list.replace(/^%[iw]/, '').match(/\w+/g) ?? [];

/** The lines without comments; a call that continues after a comma is joined into one line. */
function joinCalls(ruby: string): string[] {
  const lines = ruby.split(/\r?\n/).map((line) => line.replace(/^\s*#.*|\s#\s.*$/, ''));
  return lines
    .join('\n')
    .replace(/,[ \t]*\n\s*/g, ', ')
    .split('\n');
}
