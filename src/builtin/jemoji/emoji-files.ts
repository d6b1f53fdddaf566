import { gemoji } from 'gemoji';

const JOINERS = new Set([0xfe0f, 0x200d]);

function fileName(emoji: string): string {
  const codes = [...emoji].map((character) => character.codePointAt(0) ?? 0);
  // The first code point is kept in any case.
  const kept = codes.filter((code, index) => index === 0 || !JOINERS.has(code));
  return `unicode/${kept.map((code) => code.toString(16).padStart(4, '0')).join('-')}.png`;
}

/** Image files by name of the emoji. GitHub's own, such as `octocat`, are not in the gem's list since version 4. */
export const EMOJI_FILES: ReadonlyMap<string, string> = new Map(
  gemoji.flatMap(({ emoji, names }) => names.map((name): [string, string] => [name, fileName(emoji)])),
);
