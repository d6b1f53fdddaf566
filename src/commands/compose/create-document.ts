import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { asHash } from '../../site/hash.ts';
import { createColors } from '../../util/program/colors.ts';
import { writeYaml } from '../../util/yaml/write-yaml.ts';
import { isSet } from '../settings.ts';
import { type Composition, placeOf } from './composition.ts';

/** A document to be created. */
interface NewDocument {
  /** What messages call it. */
  readonly kind: 'post' | 'draft' | 'page' | 'file';
  /** Its path below the folder with the site's collections. */
  readonly path: string;
  readonly frontMatter: ReadonlyMap<unknown, unknown>;
}

/** Writes a document with nothing but front matter. An existing file is only overwritten with `--force`. */
export function createDocument(composition: Composition, { kind, path, frontMatter }: NewDocument): void {
  const { log, terminal, force } = composition;
  const place = placeOf(composition, path);
  const file = resolve(terminal.folder, place);
  if (!force && existsSync(file)) {
    log.warn(`A ${kind} already exists at ${place}`);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${writeYaml(frontMatter)}---\n`);
  log.info(`New ${kind} created at ${createColors(terminal.colors).cyan(place)}`);
}

/** Opens a document in the user's editor if the configuration says `jekyll_compose: { auto_open: true }`. */
export function openDocument({ config, log, terminal, root }: Composition, path: string): void {
  if (!isSet(settingsOf(config), 'auto_open')) return;
  const { JEKYLL_EDITOR, VISUAL, EDITOR } = terminal.environment;
  const [program, ...words] = (JEKYLL_EDITOR ?? VISUAL ?? EDITOR ?? '').split(/\s+/).filter((word) => word !== '');
  // jekyll-compose says nothing if there is no editor.
  if (program === undefined) {
    log.warn('No editor to open it in: `auto_open` starts the one in JEKYLL_EDITOR, VISUAL or EDITOR.');
    return;
  }
  const { error, status } = spawnSync(program, [...words, resolve(terminal.folder, root, path)], { stdio: 'inherit' });
  if (error !== undefined) log.warn(`The editor '${program}' could not be started: ${error.message}`);
  else if (status !== 0) log.warn(`The editor '${program}' ended with status ${status}.`);
}

/** The front matter that every new document of a collection gets: `jekyll_compose: { default_front_matter: … }`. */
export function defaultFrontMatter(
  config: ReadonlyMap<string, unknown>,
  collection: string,
): ReadonlyMap<unknown, unknown> {
  return asHash(asHash(settingsOf(config).get('default_front_matter')).get(collection));
}

const settingsOf = (config: ReadonlyMap<string, unknown>) => asHash(config.get('jekyll_compose'));
