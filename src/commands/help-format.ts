import type { Command as Commander, HelpConfiguration } from 'commander';

/** Longer terms have their description on the next line, so that there is room for it in a terminal of 80 columns. */
const LONGEST_TERM = 26;
const INDENT = '  ';

/** All names of a command: its own and its short ones. */
export const namesOf = (command: Commander): readonly string[] => [command.name(), ...command.aliases()];

/**
 * How the help is laid out.
 *
 * @param name the program's name
 * @param isNegatable whether a flag has an opposite: the help shows both as one
 */
export function helpFormat(name: string, isNegatable: (long: string) => boolean): HelpConfiguration {
  return {
    showGlobalOptions: true,
    visibleArguments: () => [],
    subcommandTerm: (command) => namesOf(command).join(', '),
    commandUsage: (command) =>
      [name, command.parent === null ? '' : namesOf(command).join('|'), command.usage()]
        .filter((word) => word !== '')
        .join(' '),
    // commander has needed values in angle brackets; Jekyll's help writes them bare.
    optionTerm: ({ long, flags }) =>
      (isNegatable(long ?? '') ? flags.replace('--', '--[no-]') : flags).replace(/<(.+)>$/, '$1'),
    padWidth: () => LONGEST_TERM,
    formatItem: (term, width, description, helper) => {
      const begin = INDENT + term.padEnd(width + INDENT.length);
      if (description === '') return begin.trimEnd();
      const indent = ' '.repeat(INDENT.length + width + INDENT.length);
      const lines = helper.boxWrap(description, (helper.helpWidth ?? 80) - indent.length).split('\n');
      const [first = '', ...others] = term.length > width ? [begin.trimEnd(), ...lines] : lines;
      const start = term.length > width ? first : begin + first;
      return [start, ...others.map((line) => indent + line)].join('\n');
    },
  };
}
