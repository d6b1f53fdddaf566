import { UttersonError } from '../../errors.ts';
import { nearestWord } from '../../util/nearest-word.ts';
import type { Terminal } from './command.ts';
import { DEPRECATED_FLAGS } from './flags.ts';
import { commandOf, longFlagsFor } from './spell-flag.ts';

/** The name of the command, as help and messages write it. */
export const NAME = 'utterson';

/** What commander says about a command line that it refuses. */
interface Refusal {
  /** `commander.unknownOption`. */
  readonly code: string;
  readonly message: string;
}

/** What other generators call our commands. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  dev: 'serve',
  develop: 'serve',
  preview: 'serve',
  start: 'serve',
  watch: 'serve',
  create: 'new',
  init: 'new',
  generate: 'build',
  version: '--version',
};

/**
 * The error for a word that names no command.
 *
 * @param names of all commands, with their aliases
 * @param message what Jekyll says, if that is not what it says to a command line with such a word
 *
 * @example
 * explainUnknownCommand('biuld', ['build', 'serve']).hint // "Did you mean 'utterson build'?"
 */
export function explainUnknownCommand(
  name: string,
  names: readonly string[],
  message = `'${NAME} ${name}' could not be found.`,
): UttersonError {
  const nearest = Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] : nearestWord(name, names);
  return new UttersonError('UnknownCommand', message, {
    hint: nearest === undefined ? `Valid commands: ${names.join(', ')}.` : `Did you mean '${NAME} ${nearest}'?`,
  });
}

/** The error for a command line that commander refuses, given commander's own error, in Jekyll's words. */
export function explainUsage(error: Refusal, argv: readonly string[]): UttersonError {
  const message = error.message.replace(/^error: /, '').split('\n', 1)[0] ?? '';
  const word = /'(--?[^'\s=]+)/.exec(message)?.[1];
  const command = commandOf(argv);
  const help = `Run \`${NAME} ${command === undefined ? '' : `${command.name} `}--help\` to see available options.`;
  if (error.code !== 'commander.unknownOption' || word === undefined) {
    return new UttersonError('InvalidUsage', message, { hint: help });
  }
  const known = longFlagsFor(argv);
  const given = argv.find((argument) => argument.startsWith(`${word}=`));
  if (given !== undefined && known.includes(word)) {
    return new UttersonError('InvalidUsage', `needless argument: ${given}`, { hint: `${word} takes no value.` });
  }
  const nearest = nearestWord(word, known);
  const hint = nearest === undefined ? help : `Did you mean ${nearest}? ${help}`;
  return new UttersonError('InvalidUsage', `invalid option: ${word}`, { hint });
}

/** Warns of flags of Jekyll 1. As in Jekyll, the warning comes before the error about the unknown flag. */
export function warnOfDeprecated(argv: readonly string[], terminal: Terminal): void {
  for (const word of argv) {
    const advice = Object.hasOwn(DEPRECATED_FLAGS, word) ? DEPRECATED_FLAGS[word] : undefined;
    if (advice !== undefined) terminal.err(`${'Deprecation: '.padStart(20)}${advice}\n`);
  }
}
