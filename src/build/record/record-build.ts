import { type FileStamp, stampOf } from '../../util/record/file-stamp.ts';
import { changesIn } from '../../util/record/layered-map.ts';
import type { BuildContext, DiskRecord } from '../build-context.ts';
import type { BuildResult } from '../build-result.ts';
import type { BuildState } from '../render/regeneration.ts';
import type { FinishedBuild } from '../rendered-build.ts';
import { keepBuild } from './kept-build.ts';
import { noteBuild, noteFollowedBuild } from './write-notes.ts';

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
  readonly state: BuildState;
  readonly result: BuildResult;
}

function writeRecord(
  { destination, names, registry, writer }: BuildContext,
  { cache, restored, last, known }: DiskRecord,
  { site, state, result, follows }: BuildToRecord,
): void {
  const { written } = writer;
  const touched = new Set(result.written.map((name) => `${destination}/${name}`));
  const look = lookOnce();
  const record = keepBuild(cache, restored, { state, written, touched, look, documents: known?.facts ?? new Map() });
  if (!registry.mayKeepSite) return;
  const left = restored.isLeft ? last?.destination : undefined;
  const ids = follows === undefined ? state.record.versions.keys() : readByChanged(state);
  const inputs = [...ids].map((id) => names.name(id));
  const noted = { site, result, record, inputs, outputs: written.keys(), left, look };
  if (follows === undefined) noteBuild(cache, noted);
  else noteFollowedBuild(cache, follows, noted);
}

/** Looks at each file only once, although both the record and the notes need its stamp. */
function lookOnce(): (path: string) => FileStamp {
  const seen = new Map<string, FileStamp>();
  return (path) => {
    const stamp = seen.get(path) ?? stampOf(path);
    seen.set(path, stamp);
    return stamp;
  };
}

/** Everything that was read by what was rendered again. */
function readByChanged({ record }: BuildState): ReadonlySet<number> {
  return new Set([...changesIn(record.outputs).values()].flatMap((read) => [...read]));
}
