import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { statsOf } from '../../util/files/missing.ts';
import { patiently } from '../../util/files/patiently.ts';
import { splitFrontMatter } from '../../util/front-matter.ts';
import { CalendarDate } from '../../util/time/calendar-date.ts';
import { Time } from '../../util/time/time.ts';
import { writeYaml } from '../../util/yaml/write-yaml.ts';
import { parseYaml } from '../../util/yaml/yaml.ts';
import type { Composition } from './composition.ts';

/** A document to be moved, with changes to its front matter. */
interface DocumentMove {
  /** What messages call it before and after. */
  readonly kinds: readonly [from: string, to: string];
  /** Both relative to the current folder, as messages show them. */
  readonly from: string;
  readonly to: string;
  readonly change: (frontMatter: Map<unknown, unknown>) => void;
}

/** What jekyll-compose, whose message ends before it, leaves unsaid. */
const UNQUOTED = ' (so the front matter stays as it is; it could be changed if the date were in quotes)';

/** Moves a document and changes its front matter. An existing file is only overwritten with `--force`. */
export function moveDocument({ log, terminal, force }: Composition, { kinds, from, to, change }: DocumentMove): void {
  const source = resolve(terminal.folder, from);
  const target = resolve(terminal.folder, to);
  if (statsOf(source)?.isFile() !== true) {
    log.warn(`There was no ${kinds[0]} found at '${from}'.`);
    return;
  }
  if (!force && existsSync(target)) {
    log.warn(`A ${kinds[1]} already exists at ${to}`);
    return;
  }
  mkdirSync(dirname(target), { recursive: true });
  const problem = changeFrontMatter(source, change);
  if (problem !== undefined) log.warn(problem);
  patiently(() => renameSync(source, target));
  log.info(`${kinds[0].charAt(0).toUpperCase()}${kinds[0].slice(1)} ${from} was moved to ${to}`);
}

/**
 * Rewrites a file with changed front matter.
 *
 * @returns why the front matter could not be changed; the file is then moved as it is, as jekyll-compose does
 */
function changeFrontMatter(path: string, change: DocumentMove['change']): string | undefined {
  const parts = splitFrontMatter(readFileSync(path, 'utf8'));
  if (parts === undefined) return undefined;
  try {
    const data = parseYaml(parts.yaml);
    if (!(data instanceof Map)) return `${path}: The front matter is not a mapping.`;
    const date = [...data.values()].find((value) => value instanceof Time || value instanceof CalendarDate);
    // jekyll-compose loads front matter without permitting Ruby's Time and Date, and so cannot change it.
    if (date !== undefined)
      return `Tried to load unspecified class: ${date instanceof Time ? 'Time' : 'Date'}${UNQUOTED}`;
    change(data);
    writeFileSync(path, `${writeYaml(data)}---\n${parts.content}`);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
