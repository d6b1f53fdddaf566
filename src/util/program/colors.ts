import picocolors from 'picocolors';

/** Functions that colour text for a terminal, or return it unchanged. */
export type Colors = ReturnType<typeof picocolors.createColors>;

/** Whether standard output shows colours and neither flags nor the environment forbid them. */
export const areColorsSupported = picocolors.isColorSupported && (process.platform !== 'win32' || isTerminalOrForced());

/** On Windows, picocolors colours files and pipes too. */
function isTerminalOrForced(): boolean {
  const { CI, FORCE_COLOR } = process.env;
  return process.stdout.isTTY === true || Boolean(CI || FORCE_COLOR) || process.argv.includes('--color');
}

/**
 * Creates the colouring functions.
 *
 * @param isOn whether they colour at all
 *
 * @example
 * createColors(true).red('no') // '\x1b[31mno\x1b[39m'
 */
export function createColors(isOn: boolean): Colors {
  return picocolors.createColors(isOn);
}
