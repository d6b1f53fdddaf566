import type { Site } from '../site/site.ts';
import type { BuildResult } from './build-result.ts';
import type { PreviousBuild } from './previous-build.ts';
import type { LastBuild } from './record/last-build.ts';

/** A build that has rendered everything, and written nothing that it cannot undo. */
export interface RenderedBuild {
  /** Writes the rest. If that fails halfway, nothing is known of what is in the destination. */
  write(): Promise<FinishedBuild>;
}

/** A build that has written everything. */
export interface FinishedBuild extends Pick<BuildResult, 'rendered' | 'written' | 'removed'> {
  readonly site: Site;
  /** What the next build can continue from. */
  readonly left: PreviousBuild;
  /** The warnings of earlier builds that still hold. */
  readonly warningsBefore: readonly string[];
  /** The build of another process, if this one has only followed what has changed since. */
  readonly follows?: LastBuild;
}
