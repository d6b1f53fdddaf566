import { blankOutComments } from './read-ruby-plugin.ts';

/** The libraries that a Ruby file loads as it is loaded itself. */
export interface RubyRequires {
  /** What `require` names: `jekyll/tagging`. */
  readonly features: readonly string[];
  /** The groups of the Gemfile whose gems Bundler is told to load. */
  readonly groups: readonly string[];
  /** Whether the file does nothing else. One that is empty or a comment does not do more either. */
  readonly isAll: boolean;
}

const REQUIRE = /^require[ \t]*\(?[ \t]*["']([^"']+)["'][ \t]*\)?[ \t]*;?$/;
const BUNDLER = /^Bundler\.(?:setup|require)\b[ \t]*\(?([ \t\w:,"']*)\)?$/;

/**
 * Finds the libraries that a Ruby file loads. What is indented counts as code: it may depend on something.
 *
 * @example
 * readRubyRequires("require 'jekyll-feed'") // { features: ['jekyll-feed'], groups: [], isAll: true }
 */
export function readRubyRequires(ruby: string): RubyRequires {
  const features: string[] = [];
  const groups: string[] = [];
  let isAll = true;
  for (const line of blankOutComments(ruby.replace(/^\uFEFF/, '')).split('\n')) {
    const code = line.trimEnd();
    const [, feature] = REQUIRE.exec(code) ?? [];
    const [, named] = BUNDLER.exec(code) ?? [];
    if (feature !== undefined) features.push(feature);
    else if (named !== undefined) groups.push(...(code.startsWith('Bundler.require') ? groupsIn(named) : []));
    else if (code !== '') isAll = false;
  }
  return { features, groups, isAll };
}

/** Without a name, Bundler loads the gems that are in no group. */
function groupsIn(named: string): readonly string[] {
  return named.match(/\w+/g) ?? ['default'];
}
