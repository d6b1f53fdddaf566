import type { Site } from '../../site/site.ts';
import { changesIn } from '../../util/record/layered-map.ts';
import { type Sign, signOf } from '../../util/record/signs.ts';
import type { BuildResult } from '../build-result.ts';
import type { KeptState } from '../render/regeneration.ts';
import type { SiteBuilderOptions } from '../site-builder-options.ts';
import { keepBuild } from './kept-build.ts';
import { keepFollowedBuild, keepStandingBuild } from './standing-build.ts';

/** A successful build that is to be recorded for the next process. */
interface BuildToRecord {
  readonly site: Site;
  readonly state: KeptState;
  readonly result: BuildResult;
  /** The writer's note for each file of the site, by path. */
  readonly written: ReadonlyMap<string, string>;
  /** Whether it only followed what had changed since the build of another process. */
  readonly isFollowing: boolean;
}

/** Records what the next process can build on, if there is a cache. A site whose cache folder cannot be written is built all the same. */
export function recordBuild(options: SiteBuilderOptions, build: BuildToRecord): void {
  try {
    writeRecord(options, build);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const reason = `nothing is kept for the next build: ${error.message}.`;
    options.log.warn('Cache:', `${reason} Use --disable-disk-cache to build without a cache.`);
  }
}

function writeRecord(options: SiteBuilderOptions, build: BuildToRecord): void {
  const { cache, destination, kept, last, known, registry, names } = options;
  const { site, state, result, written, isFollowing } = build;
  if (cache === null || kept === null) return;
  const touched = new Set(result.written.map((name) => `${destination}/${name}`));
  const look = lookOnce();
  const name = keepBuild(cache, kept, { state, written, touched, look, documents: known?.facts ?? new Map() });
  if (!registry.mayKeepSite) return;
  const left = kept.isLeft ? last?.destination : undefined;
  const ids = isFollowing ? readByChanged(state) : state.record.versions.keys();
  const inputs = [...ids].map((id) => names.name(id));
  const noted = { site, result, record: name, inputs, outputs: written.keys(), left, look };
  if (isFollowing && last !== undefined) keepFollowedBuild(cache, last, noted);
  else keepStandingBuild(cache, noted);
}

/** Looks at each file only once, although both the record and the notes need its sign. */
function lookOnce(): (path: string) => Sign {
  const seen = new Map<string, Sign>();
  return (path) => {
    const sign = seen.get(path) ?? signOf(path);
    seen.set(path, sign);
    return sign;
  };
}

/** Everything that was read by what was rendered again. */
function readByChanged({ record }: KeptState): ReadonlySet<number> {
  return new Set([...changesIn(record.outputs).values()].flatMap((read) => [...read]));
}
