import { MARKS } from './exclusions.ts';
import type { Processor } from './processor.ts';

/** A backslash before the number of a list, which keeps it from becoming one, is replaced by a character that nobody sees. */
export const POLYFILL: Processor = {
  mark: MARKS.polyfill,
  changeMarkdown(text, turn) {
    const changed = text.replace(/(?<!\\)\\(?=\d+\.)/g, '&#8291;');
    turn.isHandled ||= changed !== text;
    return changed;
  },
};
