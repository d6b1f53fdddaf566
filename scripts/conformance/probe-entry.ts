/** What a probe is, and how to run this program on it. docs/inventory.md says what probes are for. */

import {
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { runCommandLine } from '../../src/commands/command-line/command-line.ts';
import { withSlashes } from '../../src/util/files/paths.ts';

/** The content of files by path. A symbolic link is `-> TARGET`, and the path of an empty folder ends in `/`. */
export type Files = ReadonlyMap<string, Buffer>;

/** The result of a run: files that are new or changed, and those that are gone. */
export interface Outcome {
  readonly status: number;
  readonly left: Files;
  readonly gone: readonly string[];
}

/** A tiny site with the commands to run on it, and Jekyll's result. */
export interface Probe {
  /** The rows of the inventory that it is for. */
  readonly rows: readonly string[];
  readonly runs: readonly (readonly string[])[];
  readonly environment: Readonly<Record<string, string>>;
  /** What the messages of both programs must contain. */
  readonly says: readonly string[];
  readonly files: Files;
  readonly expected: Outcome | undefined;
}

/** What a program did with a probe. */
export interface Trial extends Outcome {
  readonly said: string;
}

const HEADER = /^(={8}|>{8}) (.*?)(?: \((latin1|no line end|latin1, no line end)\))?$/;
/** The caches of both programs, which are not output. */
const CACHES = /(?:^|\/)(?:\.jekyll-cache|\.jekyll-metadata|\.sass-cache)(?:\/|$)/;
const TOUCHED = new Date('2024-05-05T12:00:00Z');

/**
 * Parses a probe: lines of `key: value`, then a section for each file (`======== PATH`), then Jekyll's result
 * (`>>>>>>>> PATH`, after `>>>>>>>> status N`).
 */
export function parseProbe(text: string): Probe {
  const { head, sections } = splitSections(text);
  const all = (key: string): string[] =>
    head.filter((line) => line.startsWith(`${key}:`)).map((line) => line.slice(key.length + 1).trim());
  const isGiven = ({ mark }: Section): boolean => mark.startsWith('=');
  const results = sections.filter((section) => !isGiven(section));
  const status = results.find(({ name }) => name.startsWith('status '));
  const left = results.filter(({ name }) => !/^(?:status|gone) /.test(name));
  const gone = results.filter(({ name }) => name.startsWith('gone ')).map(({ name }) => name.slice(5));
  const runs = all('run').map((line) => line.split(' ').filter((word) => word !== ''));
  return {
    rows: all('rows').flatMap((line) => line.split(' ')),
    runs: runs.length === 0 ? [['build']] : runs,
    environment: Object.fromEntries(all('environment').map((line) => line.split(/=(.*)/s, 2))),
    says: all('says'),
    files: contentsOf(sections.filter(isGiven)),
    expected: status && { status: Number(status.name.slice(7)), left: contentsOf(left), gone },
  };
}

interface Section {
  readonly mark: string;
  readonly name: string;
  readonly flags: string;
  readonly lines: string[];
}

function splitSections(text: string): { head: readonly string[]; sections: readonly Section[] } {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const head: string[] = [];
  const sections: Section[] = [];
  for (const line of lines) {
    const [, mark, name = '', flags = ''] = HEADER.exec(line) ?? [];
    if (mark !== undefined) sections.push({ mark, name, flags, lines: [] });
    else (sections.at(-1)?.lines ?? head).push(line);
  }
  return { head, sections };
}

function contentsOf(sections: readonly Section[]): Files {
  return new Map(
    sections.map(({ name, flags, lines }) => {
      const text = lines.join('\n') + (lines.length === 0 || flags.endsWith('no line end') ? '' : '\n');
      return [name, Buffer.from(text, flags.startsWith('latin1') ? 'latin1' : 'utf8')];
    }),
  );
}

/** The text of a probe up to Jekyll's result. */
export function withoutExpected(text: string): string {
  return text.replace(/^>{8} [\s\S]*/m, '');
}

/** The result of a program, as the last part of a probe's text. */
export function formatOutcome({ status, left, gone }: Outcome): string {
  if (status !== 0) return `>>>>>>>> status ${status}\n`;
  const parts = [`>>>>>>>> status ${status}\n`, ...gone.map((path) => `>>>>>>>> gone ${path}\n`)];
  for (const [path, content] of left) {
    const isText = Buffer.from(content.toString('utf8')).equals(content);
    const text = content.toString(isText ? 'utf8' : 'latin1');
    const hasEnd = text === '' || text.endsWith('\n');
    const flags = [...(isText ? [] : ['latin1']), ...(hasEnd ? [] : ['no line end'])].join(', ');
    parts.push(`>>>>>>>> ${path}${flags === '' ? '' : ` (${flags})`}\n${text}${hasEnd ? '' : '\n'}`);
  }
  return parts.join('');
}

/** Writes a probe's files to a new folder, all with the same modification time. */
export function layOut(probe: Probe): string {
  const folder = withSlashes(realpathSync(mkdtempSync(join(tmpdir(), 'probe-'))));
  for (const [path, content] of probe.files) {
    const place = join(folder, path);
    mkdirSync(path.endsWith('/') ? place : dirname(place), { recursive: true });
    if (path.endsWith('/')) continue;
    const target = /^-> (.*)\n$/.exec(content.toString())?.[1];
    if (target === undefined) writeFileSync(place, content);
    else symlinkSync(target, place);
  }
  for (const path of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
    lutimesSync(join(folder, path), TOUCHED, TOUCHED);
  }
  return folder;
}

/** Reads the result of a run from the folder of a probe. The folder's own path is written `FOLDER`. */
export function takeIn(folder: string, probe: Probe): Pick<Outcome, 'left' | 'gone'> {
  const left = new Map<string, Buffer>();
  const found = new Set<string>();
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => withSlashes(path));
  for (const path of paths.sort()) {
    if (CACHES.test(path)) continue;
    const place = join(folder, path);
    const kind = lstatSync(place);
    if (kind.isDirectory()) continue;
    found.add(path);
    const content = kind.isSymbolicLink() ? Buffer.from(`-> ${readlinkSync(place)}\n`) : readFileSync(place);
    if (probe.files.get(path)?.equals(content)) continue;
    const isText = Buffer.from(content.toString('utf8')).equals(content);
    left.set(path, isText ? Buffer.from(content.toString('utf8').replaceAll(folder, 'FOLDER')) : content);
  }
  return { left, gone: [...probe.files.keys()].filter((path) => !path.endsWith('/') && !found.has(path)) };
}

/** A probe's environment variables, with the path of its folder in place of `FOLDER`; lists of paths are parted by colons. */
export function environmentIn(folder: string, { environment }: Probe): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      (name.endsWith('_PATH') ? value.replaceAll(':', delimiter) : value).replaceAll('FOLDER', folder),
    ]),
  );
}

/**
 * Runs this program on a probe, in this process. The current folder is an empty one, so that code which wrongly uses it in place
 * of the terminal's folder finds nothing there, and nothing to delete.
 */
export async function tryProbe(probe: Probe): Promise<Trial> {
  const folder = layOut(probe);
  const before = process.cwd();
  const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
  process.chdir(elsewhere);
  let said = '';
  const say = (text: string): void => {
    said += text;
  };
  const environment = { TZ: 'UTC', ...environmentIn(folder, probe) };
  const terminal = { out: say, err: say, isInteractive: false, colors: false, environment, folder };
  let status = 0;
  try {
    for (const words of probe.runs) status = await runCommandLine(words, undefined, terminal);
    return { status, ...takeIn(folder, probe), said: said.replaceAll(folder, 'FOLDER') };
  } finally {
    process.chdir(before);
    rmSync(elsewhere, { recursive: true });
    rmSync(folder, { recursive: true });
  }
}

/** The differences between two results, one per line; empty if they are the same. */
export function differences(ours: Outcome, theirs: Outcome): string[] {
  const found = ours.status === theirs.status ? [] : [`status ${theirs.status}, here ${ours.status}`];
  // What a failed build leaves behind depends on when it stopped.
  if (theirs.status !== 0) return found;
  for (const path of theirs.gone) if (!ours.gone.includes(path)) found.push(`${path} is gone, but not here`);
  for (const path of ours.gone) if (!theirs.gone.includes(path)) found.push(`${path} is gone here only`);
  for (const path of ours.left.keys()) if (!theirs.left.has(path)) found.push(`${path} is here only`);
  for (const [path, content] of theirs.left) {
    const here = ours.left.get(path);
    if (here === undefined) found.push(`${path} is missing`);
    else if (!here.equals(content)) found.push(`${path} differs:\n${firstDifference(here, content)}`);
  }
  return found;
}

/** A few lines of either side, from the first that differs. */
function firstDifference(ours: Buffer, theirs: Buffer): string {
  const [here, there] = [ours.toString().split('\n'), theirs.toString().split('\n')];
  const at = there.findIndex((line, index) => line !== here[index]);
  const from = at < 0 ? there.length : at;
  const show = (lines: readonly string[], mark: string): string[] =>
    lines.slice(from, from + 8).map((line) => `  ${mark} ${line}`);
  return [...show(there, 'Jekyll'), ...show(here, 'here  ')].join('\n');
}

/** The parts of `says` that a program's messages do not contain. */
export function unsaid(probe: Probe, said: string): string[] {
  const flat = said.replaceAll(/\s+/g, ' ').toLowerCase();
  return probe.says.filter((piece) => !flat.includes(piece.toLowerCase()));
}
