import { Command as Commander, CommanderError, type HelpConfiguration, Option } from 'commander';
import type { LastBuild } from '../../build/record/last-build.ts';
import { UttersonError } from '../../errors.ts';
import { nearestWord } from '../../util/nearest-word.ts';
import { VERSION } from '../../util/program/version.ts';
import { wrapText } from '../../util/wrap-text.ts';
import type { Command, Invocation, Terminal } from './command.ts';
import { COMMANDS } from './command-table.ts';
import type { Flag } from './flag.ts';
import { GLOBAL_FLAGS } from './flags.ts';
import { type AddedCommand, findPluginCommands } from './plugin-command.ts';
import { spellFlag } from './spell-flag.ts';
import { explainUnknownCommand, explainUsage, NAME, warnOfDeprecated } from './usage-errors.ts';

/**
 * Runs the command that a command line names.
 *
 * @returns the exit status
 *
 * @example
 * await runProgram(['build', '--drafts'], terminal) // 0
 */
export async function runProgram(argv: readonly string[], terminal: Terminal, last?: LastBuild): Promise<number> {
  warnOfDeprecated(argv, terminal);
  const [first = '', ...others] = argv;
  const added = (await commandsOfPlugins(argv, terminal)).filter(({ name }) => !isOwn(name));
  const plugin = added.find(({ name }) => name === first);
  if (plugin !== undefined) {
    await plugin.run(others);
    return 0;
  }
  let status = 0;
  const program = createProgram(terminal, async (command, invocation) => {
    const run = await command.load();
    status = await run({ ...invocation, commandLine: argv, ...(last === undefined ? {} : { last }) });
  });
  for (const command of added) addPluginCommand(program, command);
  program.action(() => {
    status = answerWithoutCommand(program, terminal);
  });
  try {
    const words = argv.map((word) => spellFlag(word, argv));
    await program.parseAsync(words, { from: 'user' });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    if (first !== '' && !first.startsWith('-') && !isOwn(first)) throw explainUnknownCommand(first, allNames(program));
    throw explainUsage(error, argv);
  }
}

const OWN_NAMES: readonly string[] = ['help', ...COMMANDS.flatMap(({ name, aliases = [] }) => [name, ...aliases])];

const isOwn = (word: string): boolean => OWN_NAMES.includes(word);

/**
 * The commands of the site's plugins, if the command line may name one or asks for the help. The error of a site that cannot
 * be read is passed over for the help, and for a word that is probably a misspelt command of our own.
 */
async function commandsOfPlugins(argv: readonly string[], terminal: Terminal): Promise<readonly AddedCommand[]> {
  const [first = 'help', second = ''] = argv;
  const asksForHelp = first === '-h' || first === '--help' || (first === 'help' && !isOwn(second));
  const mayNameOne = !asksForHelp && !/^(?:-|$)/.test(first) && !isOwn(first);
  if (!asksForHelp && !mayNameOne) return [];
  try {
    return await findPluginCommands(terminal);
  } catch (error) {
    if (asksForHelp || nearestWord(first, OWN_NAMES) !== undefined) return [];
    throw error;
  }
}

const NEGATABLE: ReadonlySet<string> = new Set(
  COMMANDS.flatMap(({ flags }) => flags.filter(({ isNegatable }) => isNegatable).map(({ long }) => long)),
);

/** Terms longer than this have their description on the next line, to leave room for it in 80 columns. */
const LONGEST_TERM = 26;
const INDENT = '  ';
/** In fewer columns all descriptions are on lines of their own. */
const NARROW = 72;

/** A command's name and aliases. */
const namesOf = (command: Commander): readonly string[] => [command.name(), ...command.aliases()];

/** The names and aliases of all commands, those of plugins too. */
const allNames = (program: Commander): readonly string[] => program.commands.flatMap(namesOf);

/** How the help is laid out. */
const HELP_FORMAT: HelpConfiguration = {
  showGlobalOptions: true,
  visibleArguments: () => [],
  subcommandTerm: (command) => namesOf(command).join(', '),
  commandUsage: (command) =>
    [NAME, command.parent === null ? '' : namesOf(command).join('|'), command.usage()]
      .filter((word) => word !== '')
      .join(' '),
  // A flag and its opposite share a line. commander puts required values in angle brackets; Jekyll's help writes them bare.
  optionTerm: ({ long, flags }) =>
    (NEGATABLE.has(long ?? '') ? flags.replace('--', '--[no-]') : flags).replace(/<(.+)>$/, '$1'),
  padWidth: () => LONGEST_TERM,
  formatItem: (term, width, description, helper) => {
    const begin = INDENT + term.padEnd(width + INDENT.length);
    if (description === '') return begin.trimEnd();
    const columns = helper.helpWidth ?? 80;
    const isNarrow = columns < NARROW;
    const indent = isNarrow ? INDENT.repeat(3) : ' '.repeat(INDENT.length + width + INDENT.length);
    const isBelow = isNarrow || term.length > width;
    const lines = wrapText(description, columns - indent.length);
    const [first = '', ...others] = isBelow ? [begin.trimEnd(), ...lines] : lines;
    const start = isBelow ? first : begin + first;
    return [start, ...others.map((line) => indent + line)].join('\n');
  },
};

type Call = (command: Command, invocation: Invocation) => Promise<void>;

function createProgram(terminal: Terminal, call: Call): Commander {
  const { columns } = terminal;
  const program = new Commander(NAME)
    .description('Builds a Jekyll site, without Ruby')
    .usage('<subcommand> [options]')
    .version(`${NAME} ${VERSION}`, '-v, --version', 'Print the name and version')
    .helpOption('-h, --help', 'Show this message')
    .helpCommand(false)
    .configureHelp(HELP_FORMAT)
    .configureOutput({
      writeOut: terminal.out,
      writeErr: () => {},
      ...(columns !== undefined && { getOutHelpWidth: () => columns }),
      getOutHasColors: () => terminal.colors,
      getErrHasColors: () => terminal.colors,
    })
    .exitOverride()
    .argument('[subcommand...]')
    .allowExcessArguments(true);
  for (const flag of GLOBAL_FLAGS) addFlag(program, flag);
  program.option('-t, --trace', 'Show the full backtrace when an error occurs');
  // Only listed here: util/program/colors.ts looks for it in the command line itself.
  program.option('--no-color', 'Turns off colours');
  for (const command of COMMANDS) addCommand(program, command, terminal, call);
  addHelp(program, terminal);
  return program;
}

function addCommand(program: Commander, command: Command, terminal: Terminal, call: Call): void {
  const added = program
    .command(command.name)
    .description(command.description)
    .usage(command.usage)
    .aliases([...(command.aliases ?? [])])
    .argument('[words...]')
    .action(async (words: string[]) => {
      const all = [...GLOBAL_FLAGS, ...command.flags];
      await call(command, {
        words,
        flags: givenFlags(added, all),
        trace: added.optsWithGlobals()['trace'] === true,
        terminal,
      });
    });
  for (const flag of command.flags) addFlag(added, flag);
}

/** Lists a plugin's command in the help, which knows only its description: the plugin itself reads all words after the name. */
function addPluginCommand(program: Commander, { name, description }: AddedCommand): void {
  const format = { ...program.configureHelp(), showGlobalOptions: false };
  program.command(name).description(description).usage('[words]').helpOption(false).configureHelp(format);
}

function addFlag(command: Commander, flag: Flag): void {
  const names = [flag.short, `${flag.long}${flag.value === undefined ? '' : ` ${bracket(flag.value)}`}`];
  // The reference page has sentences; the help is a table of phrases.
  const phrase = flag.description.replace(/\.$/, '');
  const option = new Option(names.filter((name) => name !== undefined).join(', '), phrase);
  if (flag.kind !== 'switch') option.argParser((text) => readValue(flag, text));
  command.addOption(option);
  if (flag.isNegatable) command.addOption(new Option(flag.long.replace('--', '--no-'), 'The opposite').hideHelp());
}

/** commander's syntax: `<required>` and `[optional]`. */
function bracket(value: string): string {
  return value.startsWith('[') ? value : `<${value}>`;
}

function readValue(flag: Flag, text: string): unknown {
  if (flag.kind === 'list') return text.split(',');
  if (flag.kind === 'text') return text;
  const number = Number(text);
  const isValid = text.trim() !== '' && (flag.kind === 'integer' ? Number.isInteger(number) : Number.isFinite(number));
  if (isValid) return number;
  throw new UttersonError('InvalidArgument', `invalid argument: ${flag.long} ${text}`, {
    hint: `${flag.long} takes ${flag.kind === 'integer' ? 'a whole number' : 'a number'}.`,
  });
}

/** The flags on the command line, by configuration key. A flag without its optional value (`--host` alone) counts as not given. */
function givenFlags(command: Commander, flags: readonly Flag[]): ReadonlyMap<string, unknown> {
  const given = new Map<string, unknown>();
  const values = command.optsWithGlobals();
  for (const { key, long, kind } of flags) {
    const name = long.replace(/^--/, '').replace(/-./g, (letters) => letters.charAt(1).toUpperCase());
    const value: unknown = values[name];
    if (value !== undefined && (kind === 'switch' || value !== true)) given.set(key, value);
  }
  return given;
}

function answerWithoutCommand(program: Commander, terminal: Terminal): number {
  const [name] = program.args;
  if (name === undefined) {
    terminal.err('A subcommand is required.\n');
    terminal.out(program.helpInformation());
    return 1;
  }
  throw explainUnknownCommand(name, allNames(program));
}

function addHelp(program: Commander, terminal: Terminal): void {
  program
    .command('help')
    .description('Show the help message, optionally for a given subcommand')
    .usage('[subcommand]')
    .argument('[subcommand]')
    .action((name: string | undefined) => {
      const asked = name === undefined ? program : program.commands.find((other) => namesOf(other).includes(name));
      if (asked !== undefined) terminal.out(asked.helpInformation());
      else {
        const message = `Hmm... we don't know what the '${name}' command is.`;
        throw explainUnknownCommand(name ?? '', allNames(program), message);
      }
    });
}
