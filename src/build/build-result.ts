import type { TemplateCost } from '../renderer/template-cost.ts';

/** One thing that changed on disk, as a watcher reports it. Paths are absolute. */
export interface Change {
  readonly kind: 'added' | 'changed' | 'removed';
  readonly path: string;
}

/** How long one phase of a build took. */
export interface PhaseTime {
  readonly phase: 'reset' | 'read' | 'generate' | 'render' | 'cleanup' | 'write';
  readonly seconds: number;
}

/** What came of a build. */
export interface BuildResult {
  /** Pages, documents and generated pages in the output; static files are not counted. */
  readonly pages: number;
  readonly seconds: number;
  /** Every warning of this build, as the log showed it. */
  readonly warnings: readonly string[];
  /**
   * What was rendered in this build and why, by the item's path: the input that changed, or `new`. Items that are not
   * named were kept from the build before.
   */
  readonly rendered: ReadonlyMap<string, string>;
  /** Files whose bytes changed, relative to the destination. */
  readonly written: readonly string[];
  /** Files that were removed from the destination, relative to it. */
  readonly removed: readonly string[];
  readonly phases: readonly PhaseTime[];
  /** What each template has cost, dearest first; only with `profile: true`. */
  readonly templates: readonly TemplateCost[];
}

/** A page of a site that was built. */
export interface BuiltPage {
  /** Its title, or its URL where it has none. */
  readonly title: string;
  readonly url: string;
  /** The file it was made from, relative to the source; for a page that a plugin made, where it would be. */
  readonly source: string;
  readonly kind: 'page' | 'post' | 'draft' | 'document';
}
