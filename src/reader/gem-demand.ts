/** What a site's Gemfile and Gemfile.lock say about one gem, as far as can be told without running Ruby. */
export interface GemDemand {
  /** Whether the Gemfile names the gem. */
  readonly isNamed: boolean;
  /** The URL that gems come from, without a slash at the end. */
  readonly source: string;
  /** The version in Gemfile.lock. */
  readonly locked: string | undefined;
  /** The requirements in the Gemfile: `~> 7.2`. */
  readonly requirements: readonly string[];
}

const RUBYGEMS = 'https://rubygems.org';

/**
 * Reads where a gem comes from and which versions are allowed.
 *
 * @param gemfile the text of the Gemfile, empty if there is none
 * @param lock the text of Gemfile.lock, empty if there is none
 *
 * @example
 * readGemDemand('ink', { gemfile: "gem 'ink', '~> 1.2'", lock: '' })
 * // { isNamed: true, source: 'https://rubygems.org', locked: undefined, requirements: ['~> 1.2'] }
 */
export function readGemDemand(
  name: string,
  { gemfile, lock }: { readonly gemfile: string; readonly lock: string },
): GemDemand {
  const line = gemfile.split(/\r?\n/).find((text) => gemNamed(text) === name);
  const [, words = ''] = /^\s*gem[\s(]+["'][^"']+["']((?:\s*,\s*["'][^"']*["'])*)/.exec(line ?? '') ?? [];
  const source = /^\s*source[\s(]+["'](https?:\/\/[^"']+?)\/*["']/m.exec(gemfile)?.[1];
  return {
    isNamed: line !== undefined,
    source: source ?? RUBYGEMS,
    locked: lockedVersions(lock).get(name),
    requirements: [...words.matchAll(/["']([^"']*)["']/g)].map(([, requirement = '']) => requirement),
  };
}

/** The gems that a Gemfile.lock lists, with the versions that Bundler has chosen. */
export function lockedVersions(lock: string): ReadonlyMap<string, string> {
  const lines = lock.matchAll(/^ {4}(\S+) \(([\w.]+)(?:-[^)]*)?\)\r?$/gm);
  return new Map(Array.from(lines, ([, name = '', version = '']) => [name, version]));
}

function gemNamed(line: string): string | undefined {
  return /^\s*gem[\s(]+["']([^"']+)["']/.exec(line)?.[1];
}
