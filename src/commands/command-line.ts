import type { LastBuild } from '../build/last-build.ts';
import type { Terminal } from './command.ts';
import { printError } from './print-error.ts';
import { runProgram } from './program.ts';
import { processTerminal } from './terminal.ts';

/**
 * Runs a command line in this process. The only place where an error of a command is printed.
 *
 * @param last the last build of the same call, if it was loaded already
 * @param terminal where it was typed, and where the output goes
 * @returns the exit status
 *
 * @example
 * process.exitCode = await runCommandLine(process.argv.slice(2));
 */
export async function runCommandLine(
  argv: readonly string[],
  last?: LastBuild,
  terminal: Terminal = processTerminal(),
): Promise<number> {
  try {
    return await runProgram(argv, terminal, last);
  } catch (error) {
    printError(error, terminal, { trace: argv.includes('--trace') || argv.includes('-t') });
    return 1;
  }
}
