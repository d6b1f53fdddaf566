import { LastBuild } from '../../build/record/last-build.ts';
import type { SiteSetup } from '../../build/site-setup.ts';
import { ObservedTree } from '../../util/files/observed-tree.ts';
import { resolvePath } from '../../util/files/paths.ts';
import { SETTLED_AFTER } from '../../util/files/tree.ts';
import { Log, type LogLevel, type LogMessage } from '../../util/program/log.ts';
import { VERSION } from '../../util/program/version.ts';
import { readChecksummed, writeChecksummed } from '../../util/record/checksummed-file.ts';
import { stampWhenRead } from '../../util/record/file-stamp.ts';
import { PackedStamps } from '../../util/record/packed-stamps.ts';
import { logBuildStart, logDuration, logSummary, logUnwatched } from '../build/build-log.ts';
import { parseFrontMatterWarning } from '../errors/front-matter-warning.ts';
import type { Terminal } from './command.ts';

/** Changes with the layout of the record, so that a record with another layout is not read. */
const FORMAT = `utterson-${VERSION}-call-3`;

/** A record of a call of `build`: what the call was, and what it found and logged before the build itself. */
interface CallRecord {
  /** The words of the command line, the folder and the environment. */
  readonly call: string;
  /** Identifies the site that the words, the environment and the configuration describe. */
  readonly fingerprint: string;
  readonly source: string;
  readonly destination: string;
  readonly level: LogLevel;
  /** The messages logged before the build. */
  readonly messagesBefore: readonly LogMessage[];
}

/** The outcome of trying to answer a call from its record. */
export interface Answer {
  /** The exit status, if the call could be answered. */
  readonly status?: number;
  /** Otherwise the last build, if there is one; it is out of date. */
  readonly last?: LastBuild;
}

/**
 * Answers a call of `build` that is the same as the last one if the output of that one is still up to date, without reading
 * the configuration and without loading the code that knows commands, flags and sites.
 *
 * @example
 * answerSameCall(['build', '--drafts'], terminal) // { status: 0 }
 */
export function answerSameCall(words: readonly string[], terminal: Terminal): Answer {
  const folder = `${resolvePath(terminal.folder, sourceIn(words))}/.jekyll-cache/utterson`;
  const read = readChecksummed(pathIn(folder), FORMAT);
  const [record, files] = read.kind === 'intact' ? read.parts : [];
  if (record === undefined || files === undefined) return {};
  const { call, fingerprint, source, destination, level, messagesBefore } = JSON.parse(
    record.toString('utf8'),
  ) as CallRecord;
  if (call !== identifyCall(words, terminal) || !new PackedStamps(files).areAsRead()) return {};
  // Nothing is logged before it is certain that the call can be answered here.
  const heldBack: LogMessage[] = [];
  const collector = { repeat: (message: LogMessage) => void heldBack.push(message) };
  const tree = new ObservedTree([destination, folder]);
  const last = LastBuild.find({ folder, fingerprint, tree, log: collector });
  const result = last?.resultIfUpToDate();
  if (result === undefined) return last === undefined ? {} : { last };
  // These are shown with a code frame, by code that is not loaded here.
  if (result.warnings.some((warning) => parseFrontMatterWarning(warning) !== undefined)) return {};
  const log = new Log(terminal, { level, colors: terminal.colors });
  for (const message of messagesBefore) log.repeat(message);
  logBuildStart({ source, destination, isIncremental: true }, log);
  for (const message of heldBack) log.repeat(message);
  logDuration(result, log);
  logSummary(result, { destination, folder: terminal.folder }, log);
  logUnwatched(log);
  return { status: 0 };
}

/** A call of `build` that has ended, for the next call to be compared with. */
interface FinishedCall {
  readonly words: readonly string[];
  readonly terminal: Terminal;
  /** Every file in which the configuration was looked for, whether it exists or not. */
  readonly configFiles: readonly string[];
  readonly log: Log;
  /** The messages logged before the build. */
  readonly messagesBefore: readonly LogMessage[];
}

/** Records a call, for `answerSameCall`. */
export function recordCall({ cache, source, destination }: SiteSetup, finished: FinishedCall): void {
  if (cache === null) return;
  // The files were read some time before they are looked at here, so one that has changed since this process began is not trusted.
  const settledBefore = performance.timeOrigin - SETTLED_AFTER;
  const files = new Map(finished.configFiles.map((path) => [path, stampWhenRead(path, settledBefore)]));
  const record: CallRecord = {
    call: identifyCall(finished.words, finished.terminal),
    fingerprint: cache.fingerprint,
    source,
    destination,
    level: finished.log.level,
    messagesBefore: finished.messagesBefore,
  };
  try {
    writeChecksummed(pathIn(cache.folder), FORMAT, [Buffer.from(JSON.stringify(record)), PackedStamps.pack(files)]);
  } catch {
    // The build has warned that its cache cannot be written. Without the record the next call only takes longer.
  }
}

/** The environment variables that decide where parts of a site are found, or that pages show. */
const RELEVANT_VARIABLES = /^(?:JEKYLL_|PAGES_|GEM_|BUNDLE_|TZ$|HOME$)/;

function identifyCall(words: readonly string[], { folder, environment }: Terminal): string {
  const variables = Object.entries(environment).filter(([name]) => RELEVANT_VARIABLES.test(name));
  return JSON.stringify([words, folder, variables.sort()]);
}

/** The source that a command line names. If it is spelled in another way (`--source=docs`), the record is not found. */
function sourceIn(words: readonly string[]): string {
  const at = words.findIndex((word) => word === '-s' || word === '--source');
  return (at === -1 ? undefined : words[at + 1]) ?? '.';
}

const pathIn = (folder: string): string => `${folder}/call`;
