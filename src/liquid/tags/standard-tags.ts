import type { TagParser } from '../tag.ts';
import { parseAssign } from './assign.ts';
import { parseBreak, parseContinue } from './break.ts';
import { parseCapture } from './capture.ts';
import { parseCase } from './case.ts';
import { parseComment } from './comment.ts';
import { parseDecrement, parseIncrement } from './counter.ts';
import { parseCycle } from './cycle.ts';
import { parseFor } from './for.ts';
import { parseIf, parseUnless } from './if.ts';
import { parseIfchanged } from './ifchanged.ts';
import { parseRaw } from './raw.ts';
import { parseTablerow } from './tablerow.ts';

/** The tags of Liquid 4.0.4 except `include`, which Jekyll replaces with its own. */
export const STANDARD_TAGS: readonly (readonly [string, TagParser])[] = [
  ['assign', parseAssign],
  ['break', parseBreak],
  ['capture', parseCapture],
  ['case', parseCase],
  ['comment', parseComment],
  ['continue', parseContinue],
  ['cycle', parseCycle],
  ['decrement', parseDecrement],
  ['for', parseFor],
  ['if', parseIf],
  ['ifchanged', parseIfchanged],
  ['increment', parseIncrement],
  ['raw', parseRaw],
  ['tablerow', parseTablerow],
  ['unless', parseUnless],
];
