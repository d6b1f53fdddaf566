import type { Site } from '../site/site.ts';
import { changesIn } from '../util/layered-map.ts';
import { type Sign, signOf } from '../util/signs.ts';
import type { BuildResult } from './build-result.ts';
import { keepBuild } from './kept-build.ts';
import type { KeptState } from './regeneration.ts';
import type { SiteBuilderOptions } from './site-builder-options.ts';
import { keepFollowedBuild, keepStandingBuild } from './standing-build.ts';

/** A build that went well, for the next process. */
interface BuildToLeave {
  readonly site: Site;
  readonly state: KeptState;
  readonly result: BuildResult;
  /** What the writer notes of each file of the site, by path. */
  readonly written: ReadonlyMap<string, string>;
  /** Whether it did nothing but follow what has changed since the build of another process. */
  readonly isFollowing: boolean;
}

/** Writes down what the next process can go on from, where there is a place for it. A source that nobody may write to is built all the same. */
export function leaveBuild(options: SiteBuilderOptions, build: BuildToLeave): void {
  try {
    writeDown(options, build);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const because = `nothing is kept for the next build, since ${error.message}.`;
    options.log.warn('Cache:', `${because} --disable-disk-cache asks for nothing to be kept.`);
  }
}

function writeDown(options: SiteBuilderOptions, build: BuildToLeave): void {
  const { cache, destination, kept, last, known, registry, names } = options;
  const { site, state, result, written, isFollowing } = build;
  if (cache === null || kept === null) return;
  const touched = new Set(result.written.map((name) => `${destination}/${name}`));
  const look = lookOnce();
  const record = keepBuild(cache, kept, { state, written, touched, look, documents: known?.facts ?? new Map() });
  if (!registry.mayKeepSite) return;
  const left = kept.isLeft ? last?.destination : undefined;
  const ids = isFollowing ? readByChanged(state) : state.record.versions.keys();
  const inputs = [...ids].map((id) => names.name(id));
  const noted = { site, result, record, inputs, outputs: written.keys(), left, look };
  if (isFollowing && last !== undefined) keepFollowedBuild(cache, last, noted);
  else keepStandingBuild(cache, noted);
}

/** Looks at each file once: the record tells of it, and so do the notes of the build. */
function lookOnce(): (path: string) => Sign {
  const seen = new Map<string, Sign>();
  return (path) => {
    const sign = seen.get(path) ?? signOf(path);
    seen.set(path, sign);
    return sign;
  };
}

/** What was read by what was made again. */
function readByChanged({ record }: KeptState): ReadonlySet<number> {
  return new Set([...changesIn(record.outputs).values()].flatMap((read) => [...read]));
}
