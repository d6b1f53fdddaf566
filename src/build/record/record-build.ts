import { changesIn } from '../../util/record/layered-map.ts';
import { type Sign, signOf } from '../../util/record/signs.ts';
import type { BuildContext, DiskRecord } from '../build-context.ts';
import type { BuildResult } from '../build-result.ts';
import type { KeptState } from '../render/regeneration.ts';
import type { FinishedBuild } from '../rendered-build.ts';
import { keepBuild } from './kept-build.ts';
import { keepFollowedBuild, keepStandingBuild } from './standing-build.ts';

/** Records what the next process can build on, if there is a cache. A site whose cache folder cannot be written is built all the same. */
export function recordBuild(context: BuildContext, build: FinishedBuild, result: BuildResult): void {
  const { log, record } = context;
  const { state } = build.left;
  if (record === null || state === null) return;
  try {
    writeRecord(context, record, { ...build, state, result });
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const reason = `nothing is kept for the next build: ${error.message}.`;
    log.warn('Cache:', `${reason} Use --disable-disk-cache to build without a cache.`);
  }
}

interface BuildToRecord extends Pick<FinishedBuild, 'site' | 'follows'> {
  readonly state: KeptState;
  readonly result: BuildResult;
}

function writeRecord(
  { destination, names, registry, writer }: BuildContext,
  { place, restored, last, known }: DiskRecord,
  { site, state, result, follows }: BuildToRecord,
): void {
  const { written } = writer;
  const touched = new Set(result.written.map((name) => `${destination}/${name}`));
  const look = lookOnce();
  const record = keepBuild(place, restored, { state, written, touched, look, documents: known?.facts ?? new Map() });
  if (!registry.mayKeepSite) return;
  const left = restored.isLeft ? last?.destination : undefined;
  const ids = follows === undefined ? state.record.versions.keys() : readByChanged(state);
  const inputs = [...ids].map((id) => names.name(id));
  const noted = { site, result, record, inputs, outputs: written.keys(), left, look };
  if (follows === undefined) keepStandingBuild(place, noted);
  else keepFollowedBuild(place, follows, noted);
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
