import { definePlugin, inspect, isTruthy, type Site, UttersonError } from '../plugin/plugin.ts';

export const LIBRARIES_KEY = 'third_party_libraries';
const VERSION = '{{version}}';

/** Puts a library's version into its addresses, which may be in hashes of one more level. */
function fillAddresses(addresses: unknown, library: unknown, version: unknown): unknown {
  if (addresses instanceof Map) {
    return new Map([...addresses].map(([kind, address]) => [kind, fillAddresses(address, library, version)]));
  }
  if (typeof addresses !== 'string' || !addresses.includes(VERSION)) return addresses;
  if (typeof version === 'string') return addresses.replaceAll(VERSION, version);
  throw invalid(`${String(library)} has the version ${inspect(version)}, which is no text.`, 'Put it in quotes.');
}

function invalid(what: string, hint: string): UttersonError {
  return new UttersonError('InvalidConfiguration', `${LIBRARIES_KEY}: ${what}`, { hint });
}

/**
 * Puts the libraries' versions into the configuration that templates see.
 *
 * @throws {UttersonError} `InvalidConfiguration` if there are no libraries, or if they are to be downloaded
 */
export function fillVersions(site: Site): void {
  const libraries = site.config.get(LIBRARIES_KEY);
  if (!(libraries instanceof Map)) {
    throw invalid(
      `there are no libraries, but ${inspect(libraries ?? null)}.`,
      'Name them in _config.yml, or remove the plugin.',
    );
  }
  if (isTruthy(libraries.get('download'))) {
    throw invalid('libraries are not downloaded by a build.', 'Set `download: false`, or put the files into the site.');
  }
  const filled = [...libraries].map(([name, library]) => {
    if (!(library instanceof Map)) return [name, library] as const;
    const addresses = fillAddresses(library.get('url'), name, library.get('version'));
    return [name, new Map(library).set('url', addresses)] as const;
  });
  site.setConfig(LIBRARIES_KEY, new Map(filled));
}

/** jekyll-3rd-party-libraries: `{{version}}` in the addresses of libraries. */
export default definePlugin({
  name: 'jekyll-3rd-party-libraries',
  hooks: [{ owner: 'site', event: 'after_init', run: fillVersions }],
});
