import type { Command } from './command.ts';
import { COMMANDS } from './command-table.ts';
import { GLOBAL_FLAGS } from './flags.ts';

/**
 * Spells out a flag as Ruby's option parser does: any unambiguous abbreviation will do, and `-` and `_` are the same. Other
 * words are returned unchanged.
 *
 * @param argv the whole command line, which decides what flags there are
 *
 * @example
 * spellFlag('--limit-po=3', ['build', '--limit-po=3']) // '--limit_posts=3'
 * spellFlag('-d', ['post', '-d', '2024-12-31', 'Hello']) // '--date'
 */
export function spellFlag(word: string, argv: readonly string[]): string {
  const [, name, value = ''] = /^(--[A-Za-z][\w-]*)(=.*)?$/s.exec(word) ?? [];
  if (name === undefined) return spellShortFlag(word, argv);
  const known = longFlagsFor(argv);
  const plain = (flag: string): string => flag.replaceAll('_', '-');
  const exact = known.find((flag) => plain(flag) === plain(name));
  if (exact !== undefined) return exact + value;
  const completions = known.filter((flag) => plain(flag).startsWith(plain(name)));
  return completions.length === 1 ? completions[0] + value : word;
}

/** A command's own short flag wins over a global one: `post -d` is the date. In commander the global one would win. */
function spellShortFlag(word: string, argv: readonly string[]): string {
  const letter = word.slice(0, 2);
  const own = commandOf(argv)?.flags.find(({ short }) => short === letter);
  if (own === undefined || GLOBAL_FLAGS.every(({ short }) => short !== letter)) return word;
  return word.length > 2 ? `${own.long}=${word.slice(2)}` : own.long;
}

/** The command that a command line calls: the first word that is neither a flag nor the value of one (`post build` is a post). */
export function commandOf(argv: readonly string[]): Command | undefined {
  const word = argv.find((candidate, index) => !candidate.startsWith('-') && !takesValue(argv[index - 1] ?? ''));
  if (word === undefined) return undefined;
  return COMMANDS.find(({ name, aliases = [] }) => word === name || aliases.includes(word));
}

function takesValue(word: string): boolean {
  return GLOBAL_FLAGS.some(({ short, long, value }) => value !== undefined && (word === short || word === long));
}

/** The long flags that a command line may have, with the `--no-…` forms. */
export function longFlagsFor(argv: readonly string[]): readonly string[] {
  const flags = [...GLOBAL_FLAGS, ...(commandOf(argv)?.flags ?? [])];
  const opposites = flags.filter((flag) => flag.isNegatable).map((flag) => flag.long.replace('--', '--no-'));
  return [...flags.map((flag) => flag.long), ...opposites, '--help', '--version', '--trace', '--no-color'];
}
