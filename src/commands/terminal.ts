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
