import { PerSite } from '../shared/per-site.ts';

/** The links to cited works that the pages of a build share if `separate_links` is set. */
export const cites = new PerSite(() => new Map<string, string>());
