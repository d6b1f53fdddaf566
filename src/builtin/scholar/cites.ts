import type { Site } from '../../plugin/plugin.ts';

/** The links to cited works that the pages of a build share if `separate_links` is set. */
const links = new WeakMap<Site, Map<string, string>>();

export function citesOf(site: Site): Map<string, string> {
  const cites = links.get(site) ?? new Map<string, string>();
  links.set(site, cites);
  return cites;
}

/** Forgets the links of the build before. */
export function forgetCites(site: Site): void {
  links.delete(site);
}
