import { withSlashes } from '../../util/files/paths.ts';
import { areColorsSupported } from '../../util/program/colors.ts';
import type { Terminal } from './command.ts';

/** Moves the cursor to the beginning of the line and erases it. */
export const CLEAR_LINE = '\r\x1b[K';

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const progressLine = new Int32Array(new SharedArrayBuffer(4));
  const write = (stream: NodeJS.WriteStream, text: string): void => {
    // The progress line is always on standard output, even if an error is written.
    if (Atomics.exchange(progressLine, 0, 0) === 1) process.stdout.write(CLEAR_LINE);
    stream.write(text);
  };
  return {
    out: (text) => write(process.stdout, text),
    err: (text) => write(process.stderr, text),
    isInteractive: process.stdout.isTTY === true && process.env['CI'] === undefined,
    progressLine,
    colors: areColorsSupported,
    // The terminal may be resized while a server runs. One that does not know its width says 0.
    get columns() {
      return process.stderr.columns || undefined;
    },
    environment: process.env,
    folder: withSlashes(process.cwd()),
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
