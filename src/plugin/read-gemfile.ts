/** The group whose gems Jekyll loads by itself. */
const GROUP = 'jekyll_plugins';

const GEM = /^\s*gem[\s(]+["']([^"']+)["'](.*)$/;
const BLOCK = /\bdo\s*(?:\|[^|]*\|)?\s*$|^\s*(?:if|unless|case|begin)\b/;

/**
 * The gems of a Gemfile's group `jekyll_plugins`, as far as can be told without running its Ruby: blocks and options of `gem`.
 *
 * @example
 * readGemfile("group :jekyll_plugins do\n  gem 'jekyll-feed', '~> 0.12'\nend") // ['jekyll-feed']
 */
export function readGemfile(ruby: string): readonly string[] {
  const names: string[] = [];
  // Whether each open block belongs to the group, or stands in one that does.
  const blocks: boolean[] = [];
  for (const line of joinCalls(ruby)) {
    const isInGroup = blocks.at(-1) ?? false;
    const [, name, options = ''] = GEM.exec(line) ?? [];
    if (name !== undefined && (isInGroup || isOfGroup(options))) names.push(name);
    else if (/^\s*end\b/.test(line)) blocks.pop();
    else if (BLOCK.test(line)) blocks.push(isInGroup || namesGroup(line));
  }
  return names;
}

/** Lines without comments; a call goes on where a line ends in a comma. */
function joinCalls(ruby: string): string[] {
  const lines = ruby.split(/\r?\n/).map((line) => line.replace(/^\s*#.*|\s#\s.*$/, ''));
  return lines
    .join('\n')
    .replace(/,[ \t]*\n\s*/g, ', ')
    .split('\n');
}

function namesGroup(line: string): boolean {
  return /^\s*group\b/.test(line) && mentions(line);
}

function isOfGroup(options: string): boolean {
  return /(?::groups?\s*=>|\bgroups?:)/.test(options) && mentions(options);
}

const mentions = (text: string): boolean => new RegExp(`\\b${GROUP}\\b`).test(text);
