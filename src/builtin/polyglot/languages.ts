import { dig, type ReadonlyHash, toText } from '../../plugin/plugin.ts';

/** The languages of a site, as its configuration names them. */
export interface Languages {
  readonly all: readonly string[];
  /** What is in no other language is in this one, at the top of the destination. */
  readonly usual: string;
  /** The one that is being built. */
  readonly active: string;
}

export function readLanguages(config: ReadonlyHash): Languages {
  const usual = toText(dig(config, 'default_lang') ?? 'en');
  const configured = dig(config, 'languages');
  const all = [...new Set(Array.isArray(configured) ? configured.map(toText) : ['en'])];
  return { all, usual, active: toText(dig(config, 'active_lang') ?? usual) };
}

/** A configuration's list of texts. */
export function readList(config: ReadonlyHash, key: string): string[] {
  const list = dig(config, key);
  return Array.isArray(list) ? list.map(toText) : [];
}
