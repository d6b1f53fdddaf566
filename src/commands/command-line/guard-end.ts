import type { Terminal } from './command.ts';

/** Milliseconds that a process may take to end after its command has. */
const PATIENCE = 1000;

/**
 * Makes sure that this process ends and says why, whatever plugins do: a promise that is never settled would end it without a
 * word, and a timer or a connection that they leave open would keep it running for ever.
 *
 * @returns a function to be called with the exit status when the command has ended
 */
export function guardEnd(terminal: Terminal): (status: number) => void {
  let hasEnded = false;
  process.once('exit', (status) => {
    if (hasEnded || status !== 0) return;
    process.exitCode = 1;
    terminal.err(
      '\n  ✖ Unfinished\n\n    A plugin waits for something that never happens, or has ended the process.\n\n' +
        '    Look for a promise in a generator, hook or command that is neither resolved nor rejected.\n\n',
    );
  });
  return (status) => {
    hasEnded = true;
    process.exitCode = status;
    const end = () => {
      // A slow reader may not have taken all of the output yet.
      if (process.stdout.writableLength === 0 && process.stderr.writableLength === 0) process.exit();
    };
    setInterval(end, PATIENCE).unref();
  };
}
