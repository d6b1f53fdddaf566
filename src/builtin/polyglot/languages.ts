import { dig, type PluginTools, type ReadonlyHash, toText } from '../../plugin/plugin.ts';
import { isLockedSince } from '../shared/locked-version.ts';

/** Version 1.13 of the gem knows translations by `page_id`, tells templates about them, and leaves out unknown languages. */
export const isNewer = (tools: PluginTools): boolean => isLockedSince(tools, 'jekyll-polyglot', '1.13.0');

/** The configured languages of a site. */
export interface Languages {
  readonly all: readonly string[];
  /** The default language, at the top of the destination, which stands in for missing translations. */
  readonly usual: string;
  /** The language that is being built. */
  readonly active: string;
}

export function readLanguages(config: ReadonlyHash): Languages {
  const usual = toText(dig(config, 'default_lang') ?? 'en');
  const configured = dig(config, 'languages');
  const all = [...new Set(Array.isArray(configured) ? configured.map(toText) : ['en'])];
  return { all, usual, active: toText(dig(config, 'active_lang') ?? usual) };
}
