import picocolors from 'picocolors';

/** Puts colours around texts, or leaves them as they are. */
export type Colors = ReturnType<typeof picocolors.createColors>;

/** Whether this process writes to something that shows colours, and nobody forbade it. */
export const areColorsSupported = picocolors.isColorSupported;

/**
 * Colours that are put around texts, or are not.
 *
 * @example
 * createColors(true).red('no') // '\x1b[31mno\x1b[39m'
 */
export function createColors(isOn: boolean): Colors {
  return picocolors.createColors(isOn);
}
