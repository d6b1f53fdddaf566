/** The version in package.json, without reading it: `utterson --version` should answer at once. A test holds the two together. */
export const VERSION = '0.1.0';
