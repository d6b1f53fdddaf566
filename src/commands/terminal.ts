import { areColorsSupported } from '../util/colors.ts';
import type { Terminal } from './command.ts';

/** The terminal of this process. */
export function processTerminal(): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    isInteractive: process.stdout.isTTY === true && process.env['CI'] === undefined,
    colors: areColorsSupported,
    environment: process.env,
    folder: process.cwd(),
  };
}

/** A pipe whose reader went away, a terminal that was closed. */
const GONE: readonly unknown[] = ['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED'];

/**
 * Lets this process go on when nobody reads any more what it says (`utterson build | head`): the site is wanted all the same.
 * Output that is lost for another reason, as a full disk, ends in the exit status 1.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: Error & { readonly code?: unknown }) => {
      if (GONE.includes(error.code)) return;
      process.once('exit', () => {
        process.exitCode = 1;
      });
      if (stream === process.stdout) process.stderr.write(`The output could not be written: ${error.message}\n`);
    });
  }
}
