/**
 * The version in package.json, without reading that file: `utterson --version` should answer at once. A test compares
 * the two.
 */
export const VERSION = '0.1.0';
