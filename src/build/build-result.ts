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

/** The result of a build. */
export interface BuildResult {
  /** Pages, documents and generated pages in the output; static files are not counted. */
  readonly pages: number;
  readonly seconds: number;
  /** Every warning and error that was logged, without its indentation. */
  readonly warnings: readonly string[];
  /**
   * Why each item was rendered, by the item's name: the input that changed, `new`, `no record` (there is no previous build to
   * continue), or `plugin:NAME` (a plugin because of which nothing is recorded). Items that are missing here were kept from
   * the previous build.
   */
  readonly rendered: ReadonlyMap<string, string>;
  /** Files whose bytes changed, relative to the destination. */
  readonly written: readonly string[];
  /** Files that were removed from the destination, relative to it. */
  readonly removed: readonly string[];
  readonly phases: readonly PhaseTime[];
  /** What each template cost, the most expensive first. Empty without `profile: true`. */
  readonly templates: readonly TemplateCost[];
}

/** A page or document of a site that has been built. */
export interface BuiltPage {
  /** Its title, or its URL if it has none. */
  readonly title: string;
  readonly url: string;
  /** The path of its file, relative to the source. For a page that a plugin made, no such file need exist. */
  readonly source: string;
  readonly kind: 'page' | 'post' | 'draft' | 'document';
}
