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

/** Error codes of a pipe whose reader has gone away, or of a closed terminal. */
const READER_GONE: readonly unknown[] = ['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED'];

/**
 * Lets this process go on when nobody reads its output any more (`utterson build | head`): the site is still wanted. If output
 * is lost for another reason, such as a full disk, the exit status is 1.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: Error & { readonly code?: unknown }) => {
      if (READER_GONE.includes(error.code)) return;
      process.once('exit', () => {
        process.exitCode = 1;
      });
      if (stream === process.stdout) process.stderr.write(`The output could not be written: ${error.message}\n`);
    });
  }
}
