import picocolors from 'picocolors';

/** Functions that colour text for a terminal, or return it unchanged. */
export type Colors = ReturnType<typeof picocolors.createColors>;

/** Whether standard output shows colours and neither flags nor the environment forbid them. */
export const areColorsSupported = picocolors.isColorSupported;

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
