import type { InputNames } from '../regenerator/reads.ts';
import { LEFTOVER } from '../site/read-notes.ts';
import type { KeptSite } from './rebuild/kept-site.ts';
import type { BuildState } from './render/regeneration.ts';

/** What a build can continue from: what the build before it left. It is replaced as a whole. */
export type PreviousBuild =
  | typeof NO_BUILD
  /** Another process has built this, and recorded it. */
  | { readonly kind: 'recorded'; readonly state: BuildState }
  /** This process has built this, but the site has to be read again. */
  | { readonly kind: 'outputs'; readonly state: BuildState }
  | BuiltSite;

/** This process has built a site and still has it: if only texts change, it need not be read again. */
export interface BuiltSite {
  readonly kind: 'site';
  readonly state: BuildState;
  readonly site: KeptSite;
}

/** Nothing is known of what is in the destination. */
export const NO_BUILD = { kind: 'none', state: null } as const;

/** The same build for one that reads the site again. */
export function withoutSite(previous: PreviousBuild): PreviousBuild {
  return previous.kind === 'none' ? previous : { kind: 'outputs', state: previous.state };
}

/** Whether a page of a build showed something that the page before it left behind: then all are rendered, or none. */
export function hasLeftover({ record }: BuildState, names: InputNames): boolean {
  return record.versions.has(names.id(LEFTOVER));
}
