/** The group whose gems Jekyll loads at its start. */
const GROUP = 'jekyll_plugins';

const GEM = /^\s*gem[\s(]+["']([^"']+)["'](.*)$/;
const BLOCK = /\bdo\s*(?:\|[^|]*\|)?\s*$|^\s*(?:if|unless|case|begin)\b/;

/**
 * The gems in a Gemfile's group `jekyll_plugins`, as far as they can be found without running its Ruby: in `group` blocks
 * and in the options of `gem`.
 *
 * @example
 * readGemfile("group :jekyll_plugins do\n  gem 'jekyll-feed', '~> 0.12'\nend") // ['jekyll-feed']
 */
export function readGemfile(ruby: string): readonly string[] {
  const names: string[] = [];
  // For each open block, whether it belongs to the group or is nested in one that does.
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

/** The lines without comments; a call that continues after a comma is joined into one line. */
function joinCalls(ruby: string): string[] {
  const lines = ruby.split(/\r?\n/).map((line) => line.replace(/^\s*#.*|\s#\s.*$/, ''));
  return lines
    .join('\n')
    .replace(/,[ \t]*\n\s*/g, ', ')
    .split('\n');
}

function namesGroup(line: string): boolean {
  return /^\s*group\b/.test(line) && mentionsGroup(line);
}

function isOfGroup(options: string): boolean {
  return /(?::groups?\s*=>|\bgroups?:)/.test(options) && mentionsGroup(options);
}

const mentionsGroup = (text: string): boolean => new RegExp(`\\b${GROUP}\\b`).test(text);
