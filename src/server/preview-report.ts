import type { Problem } from './messages.ts';

/** One page of the site, as `/__utterson/` lists it. */
export interface ReportedPage {
  readonly title: string;
  /** The URL of the page, without the baseurl. */
  readonly url: string;
  /** The file it is made from, relative to the source. */
  readonly source: string;
  readonly kind: 'page' | 'post' | 'draft' | 'document';
}

/** The last build, as `/__utterson/` reports it. */
export interface PreviewReport {
  readonly title: string;
  readonly source: string;
  readonly destination: string;
  readonly finishedAt: Date | undefined;
  readonly milliseconds: number;
  readonly pages: readonly ReportedPage[];
  readonly written: number;
  /** Name and milliseconds of each phase, in order. */
  readonly phases: readonly (readonly [name: string, milliseconds: number])[];
  readonly warnings: readonly string[];
  readonly problems: readonly Problem[];
}
