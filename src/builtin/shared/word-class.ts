// Sources of regular expressions with the flag `u` for what Ruby calls a word, where `\w` of JavaScript knows only ASCII.

/** What a word consists of, for use inside of brackets: Ruby's `[:word:]`. */
export const WORD_CHARACTERS = '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}';
/** One character of a word. */
export const IN_WORD = `[${WORD_CHARACTERS}]`;
/** Where a word begins or ends: Ruby's `\b`. */
export const WORD_EDGE = `(?:(?<=${IN_WORD})(?!${IN_WORD})|(?<!${IN_WORD})(?=${IN_WORD}))`;
