import type { SassConverterVersion } from '../converters/sass/sass.ts';
import { type GemDemand, readGemDemand } from '../reader/gem-demand.ts';
import { compareVersions, satisfies } from '../util/gem-version.ts';
import type { Bundle } from './bundle.ts';

const NEWEST_CONVERTER = '3.1.0';
/** The versions of Jekyll that allow version 3 of the converter. */
const JEKYLLS = ['4.3.0', '4.3.1', '4.3.2', '4.3.3', '4.3.4', '4.4.0', '4.4.1'];

/**
 * The major version of jekyll-sass-converter that Jekyll would use: the one in Gemfile.lock, or else the newest that the
 * Gemfile allows. A site without a Gemfile is most often built by GitHub Pages or a distribution's Jekyll, which have
 * older ones.
 */
export function sassConverterVersion(bundle: Bundle | undefined): SassConverterVersion {
  if (bundle === undefined) return 2;
  const converter = readGemDemand('jekyll-sass-converter', bundle);
  if (converter.locked !== undefined) return compareVersions(converter.locked, '3') < 0 ? 2 : 3;
  const usesGitHubPages = readGemDemand('github-pages', bundle).isNamed;
  const allowed = allows(converter, [NEWEST_CONVERTER]) && allows(readGemDemand('jekyll', bundle), JEKYLLS);
  return usesGitHubPages || !allowed ? 2 : 3;
}

function allows({ requirements }: GemDemand, versions: readonly string[]): boolean {
  return versions.some((version) => requirements.every((requirement) => satisfies(version, requirement)));
}
