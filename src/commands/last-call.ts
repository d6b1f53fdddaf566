import { resolve } from 'node:path';
import { LastBuild } from '../build/last-build.ts';
import type { SitePlace } from '../build/site-place.ts';
import { Log, type LogLevel, type LogMessage } from '../util/log.ts';
import { ObservedTree, SETTLED_AFTER } from '../util/observed-tree.ts';
import { readSealed, writeSealed } from '../util/sealed-file.ts';
import { PackedSigns, signOfAsked } from '../util/signs.ts';
import { VERSION } from '../util/version.ts';
import type { Terminal } from './command.ts';
import { frontMatterErrors } from './front-matter-errors.ts';
import { tellDone, tellEnd, tellSite, tellUnwatched } from './tell-result.ts';

/** Changes when the layout of the notes does: notes of another layout are not read. */
const FORMAT = `utterson-${VERSION}-call-2`;

/** A call of `build`, and what came before its build: the configuration, with what was said of it. */
interface CallNotes {
  /** The words of the command line, the folder and the environment. */
  readonly call: string;
  /** Of the site that the words, the environment and the configuration make. */
  readonly fingerprint: string;
  readonly source: string;
  readonly destination: string;
  readonly level: LogLevel;
  readonly said: readonly LogMessage[];
}

/** What came of a call. */
export interface Answer {
  readonly status?: number;
  /** The last build, which does not stand any more. */
  readonly last?: LastBuild;
}

/**
 * Answers a call of `build` that is the same as the last one where that one's build still stands: without reading the
 * configuration, and without loading what knows of commands, flags and sites.
 *
 * @returns the exit status where it is answered; what was looked at, where the whole program has to look at the call
 *
 * @example
 * answerSameCall(['build', '--drafts'], terminal) // { status: 0 }
 */
export function answerSameCall(words: readonly string[], terminal: Terminal): Answer {
  const folder = `${resolve(terminal.folder, sourceIn(words))}/.jekyll-cache/utterson`;
  const unsealed = readSealed(pathIn(folder), FORMAT);
  const [notes, files] = unsealed.kind === 'whole' ? unsealed.parts : [];
  if (notes === undefined || files === undefined) return {};
  const { call, fingerprint, source, destination, level, said } = JSON.parse(notes.toString('utf8')) as CallNotes;
  if (call !== describe(words, terminal) || !new PackedSigns(files).areAsAsked()) return {};
  const warned: LogMessage[] = [];
  const log = { repeat: (message: LogMessage) => void warned.push(message) };
  const tree = new ObservedTree([destination, folder]);
  const last = LastBuild.find({ folder, fingerprint, tree, log });
  const result = last?.standingResult();
  if (result === undefined) return last === undefined ? {} : { last };
  // Those are shown with their lines, by what is not loaded here.
  if (frontMatterErrors(result.warnings).size > 0) return {};
  const told = new Log(terminal, { level, colors: terminal.colors });
  for (const message of said) told.repeat(message);
  tellSite({ source, destination, isIncremental: true }, told);
  for (const message of warned) told.repeat(message);
  tellDone(result, told);
  tellEnd(result, { destination, folder: terminal.folder }, told);
  tellUnwatched(told);
  return { status: 0 };
}

/** What the next call is held against. */
export interface MadeCall {
  readonly words: readonly string[];
  readonly terminal: Terminal;
  /** The files that the configuration was looked for in. */
  readonly configFiles: readonly string[];
  readonly log: Log;
  /** What was said before the build. */
  readonly said: readonly LogMessage[];
}

/** Leaves a note of a call whose build is noted too. */
export function keepCall({ cache, source, destination }: SitePlace, made: MadeCall): void {
  if (cache === null) return;
  // They were read before they are looked at here: what changed since this process began is not believed.
  const settledBefore = performance.timeOrigin - SETTLED_AFTER;
  const files = new Map(made.configFiles.map((path) => [path, signOfAsked(path, settledBefore)]));
  const notes: CallNotes = {
    call: describe(made.words, made.terminal),
    fingerprint: cache.fingerprint,
    source,
    destination,
    level: made.log.level,
    said: made.said,
  };
  try {
    writeSealed(pathIn(cache.folder), FORMAT, [Buffer.from(JSON.stringify(notes)), PackedSigns.pack(files)]);
  } catch {
    // The build has said that nothing can be kept there; without the note the next call takes longer.
  }
}

/** What of the environment decides where a site's parts are found, or is shown on its pages. */
const DECIDING = /^(?:JEKYLL_|PAGES_|GEM_|BUNDLE_|TZ$|HOME$)/;

function describe(words: readonly string[], { folder, environment }: Terminal): string {
  const variables = Object.entries(environment).filter(([name]) => DECIDING.test(name));
  return JSON.stringify([words, folder, variables.sort()]);
}

/** The source that a command line names. Where it is written in another way, the notes are not found. */
function sourceIn(words: readonly string[]): string {
  const at = words.findIndex((word) => word === '-s' || word === '--source');
  return (at === -1 ? undefined : words[at + 1]) ?? '.';
}

const pathIn = (folder: string): string => `${folder}/call`;
