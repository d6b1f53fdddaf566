import { runCommandLine } from '../../src/commands/command-line/command-line.ts';
import { type Run, testEnvironment } from './run-cli.ts';

/**
 * Runs a command in this process, from the sources, because a process takes longer to start than most commands take to run. Tests that
 * concern the process, its outputs or the compiled program use `runCli`.
 *
 * @param columns the width of the terminal; without it there is none, as in a pipe
 */
export async function runHere(
  words: readonly string[],
  folder: string,
  environment: Record<string, string> = {},
  columns?: number,
): Promise<Run> {
  let [out, err] = ['', ''];
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    isInteractive: false,
    colors: false,
    ...(columns !== undefined && { columns }),
    environment: testEnvironment(environment),
    folder,
  };
  const status = await runCommandLine(words, undefined, terminal);
  return { status, out, err };
}
