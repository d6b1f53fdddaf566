import { dig, firstTrue, type Item, toText } from '../../plugin/plugin.ts';
import type { Languages } from './languages.ts';

/** A language as the configuration writes it, whatever the case of its letters. */
export function findLanguage(languages: readonly string[], wanted: string): string | undefined {
  return languages.find((language) => language.toLowerCase() === wanted.toLowerCase());
}

/**
 * If `lang_from_path` is set, the first part of an item's path that is a language. As in version 1.13 of the gem, the path of a
 * document is the whole one on the disk.
 */
export function languageInPath(item: Item, { all }: Languages): string | undefined {
  if (firstTrue(dig(item.site.config, 'lang_from_path')) === undefined) return undefined;
  const path = item.kind === 'page' ? item.relativePath : item.site.inSource(item.relativePath);
  return path
    .split(/[./]/)
    .map((segment) => findLanguage(all, segment))
    .find((language) => language !== undefined);
}

/** The language an item is written in, from version 1.13 of the gem on. */
export function languageOf(item: Item, languages: Languages): string {
  return toText(firstTrue(item.value('lang'), languageInPath(item, languages), languages.usual));
}
