import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CalendarDate } from '../../util/calendar-date.ts';
import { splitFrontMatter } from '../../util/front-matter.ts';
import { Time } from '../../util/time.ts';
import { writeYaml } from '../../util/write-yaml.ts';
import { parseYaml } from '../../util/yaml.ts';
import type { Composition } from './composition.ts';

/** A text that is to go to another place, with another front matter. */
export interface Movement {
  /** What messages call it where it is, and where it goes. */
  readonly kinds: readonly [from: string, to: string];
  /** Both as messages show them, seen from the folder the command was started in. */
  readonly from: string;
  readonly to: string;
  readonly change: (frontMatter: Map<unknown, unknown>) => void;
}

/** Moves a text and changes its front matter; nothing is overwritten, unless forced. */
export function moveText({ log, terminal, force }: Composition, { kinds, from, to, change }: Movement): void {
  const [source, target] = [resolve(terminal.folder, from), resolve(terminal.folder, to)];
  if (!existsSync(source)) {
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
  renameSync(source, target);
  log.info(`${kinds[0].charAt(0).toUpperCase()}${kinds[0].slice(1)} ${from} was moved to ${to}`);
}

/** A text whose front matter cannot be written again is moved as it is; the answer says why. */
function changeFrontMatter(path: string, change: Movement['change']): string | undefined {
  const parts = splitFrontMatter(readFileSync(path, 'utf8'));
  if (parts === undefined) return undefined;
  try {
    const data = parseYaml(parts.yaml);
    if (!(data instanceof Map)) return `${path}: The front matter is not a mapping.`;
    const unknown = [...data.values()].find((value) => value instanceof Time || value instanceof CalendarDate);
    // The original reads front matter without the classes of dates, and gives up on it.
    if (unknown !== undefined) return `Tried to load unspecified class: ${unknown instanceof Time ? 'Time' : 'Date'}`;
    change(data);
    writeFileSync(path, `${writeYaml(data)}---\n${parts.content}`);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
