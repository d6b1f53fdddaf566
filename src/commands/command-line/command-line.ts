import { setImmediate } from 'node:timers/promises';
import type { LastBuild } from '../../build/record/last-build.ts';
import { clarifyError } from '../errors/clarify-error.ts';
import { printError } from '../errors/print-error.ts';
import type { Terminal } from './command.ts';
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
  let status = 0;
  const fail = (error: unknown): void => {
    printError(error, terminal, { trace: argv.includes('--trace') || argv.includes('-t') });
    status = 1;
  };
  // Otherwise a rejected promise of a plugin that nobody awaits would end the process, and with it a server.
  const explainRejection = (error: unknown): void => fail(clarifyError(error, terminal.folder));
  process.on('unhandledRejection', explainRejection);
  try {
    const own = await runProgram(argv, terminal, last);
    // Node reports a rejection only when nothing else is to be done at once.
    await setImmediate();
    return own === 0 ? status : own;
  } catch (error) {
    fail(error);
    return 1;
  } finally {
    process.off('unhandledRejection', explainRejection);
  }
}
