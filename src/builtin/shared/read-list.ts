import { dig, type ReadonlyHash, toText } from '../../plugin/plugin.ts';

/** A list in the configuration, as texts; empty if the key holds anything else. */
export function readList(config: ReadonlyHash, key: string): string[] {
  const list = dig(config, key);
  return Array.isArray(list) ? list.map(toText) : [];
}
