/** The characters of Ruby's `[[:word:]]`, for use within brackets: letters of any script, marks, digits and `_`. */
export const WORD = String.raw`\p{Alphabetic}\p{M}\p{Nd}\p{Pc}`;
