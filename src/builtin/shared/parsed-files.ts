import type { Site } from '../../plugin/plugin.ts';
import { PerSite } from './per-site.ts';
import { readText } from './read-text.ts';

/** Files that are parsed only once while they stay the same. */
export class ParsedFiles<Value> {
  readonly #parse: (text: string, path: string) => Value;
  readonly #files = new PerSite(() => new Map<string, { readonly modified: bigint; readonly value: Value }>());

  constructor(parse: (text: string, path: string) => Value) {
    this.#parse = parse;
  }

  /** What a file holds, by its absolute path; that it was read is noted. */
  read(site: Site, path: string): Value {
    site.noteRead(`file:${path}`);
    const files = this.#files.of(site);
    const modified = site.tree.status(path)?.modified ?? 0n;
    const known = files.get(path);
    if (known?.modified === modified) return known.value;
    const value = this.#parse(readText(site, path), path);
    files.set(path, { modified, value });
    return value;
  }
}
