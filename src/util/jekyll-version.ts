/** The version of Jekyll whose output is reproduced. */
export const JEKYLL_VERSION = '4.4.1';
