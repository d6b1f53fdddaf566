import { blankLineEnd, isSpace, NEWLINE } from '../characters.ts';
import type { BlockRule } from '../dispatch.ts';
import type { Parser } from '../parser.ts';
import type { Scanner } from '../scanner.ts';
import { skipIndent } from './boundary.ts';

/** The difference between kramdown's `~~~` and GFM's fences, which may be indented, use backticks, or mix both. */
interface FenceStyle {
  readonly characters: string;
  readonly isIndented: boolean;
}

const KRAMDOWN: FenceStyle = { characters: '~', isIndented: false };
const GFM: FenceStyle = { characters: '~`', isIndented: true };

interface Fence {
  readonly start: number;
  readonly run: string;
}

function readFence(text: string, at: number, style: FenceStyle): Fence | undefined {
  const start = style.isIndented ? skipIndent(text, at) : at;
  let end = start;
  while (end < text.length && style.characters.includes(text[end] ?? ' ')) end++;
  return end - start < 3 ? undefined : { start, run: text.slice(start, end) };
}

/** How often the last character of a run is repeated at its end. */
function tailLength(run: string): number {
  const last = run[run.length - 1];
  let length = 1;
  while (length < run.length && run[run.length - 1 - length] === last) length++;
  return length;
}

/**
 * The length of the longest opening fence, taken from the start of `open`, that `close` can close; 0 for none.
 *
 * A closing fence repeats the opening one, followed by any number of its last character.
 */
function closedLength(open: string, close: string): number {
  let shared = 0;
  while (shared < open.length && shared < close.length && open[shared] === close[shared]) shared++;
  const least = Math.max(3, close.length - tailLength(close) + 1);
  return shared >= least ? shared : 0;
}

interface Info {
  readonly language: string;
  readonly options: string;
  readonly end: number;
}

function readInfo(text: string, at: number): Info | undefined {
  let start = at;
  while (isSpace(text.charCodeAt(start)) && text.charCodeAt(start) !== NEWLINE) start++;
  let end = start;
  while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
  const lineEnd = blankLineEnd(text, end);
  if (lineEnd === -1) return undefined;
  const word = text.slice(start, end);
  const mark = word.indexOf('?', 1);
  return {
    language: mark === -1 ? word : word.slice(0, mark),
    options: mark === -1 ? '' : word.slice(mark),
    end: lineEnd,
  };
}

interface Block {
  readonly info: Info;
  readonly close: number;
  readonly end: number;
}

interface Candidate {
  readonly at: number;
  readonly run: string;
  readonly end: number;
}

/** All lines that could be closing fences. */
function findCandidates(text: string, style: FenceStyle): Candidate[] {
  const candidates: Candidate[] = [];
  for (let at = 0; at < text.length; ) {
    const fence = readFence(text, at, style);
    const end = fence === undefined ? -1 : blankLineEnd(text, fence.start + fence.run.length);
    if (fence !== undefined && end !== -1) candidates.push({ at, run: fence.run, end });
    const newline = text.indexOf('\n', at);
    at = newline === -1 ? text.length : newline + 1;
  }
  return candidates;
}

/** The index of the first candidate at or after a position, by binary search. */
function firstFrom(candidates: readonly Candidate[], from: number): number {
  let [low, high] = [0, candidates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((candidates[middle]?.at ?? from) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Finds the closing fence. Where none matches the whole opening fence, kramdown takes a shorter fence and reads the rest
 * as the language: in `~~~~` closed by `~~~`, the fence is `~~~` and the language `~`.
 */
function findBlock(scanner: Scanner, fence: Fence, style: FenceStyle): Block | undefined {
  const { text } = scanner;
  const after = fence.start + fence.run.length;
  const whole = readInfo(text, after);
  if (whole === undefined) return undefined;
  const canShorten = whole.language === '' || !isSpace(text.charCodeAt(after));
  const key = `fence ${style.characters} ${canShorten} ${fence.run}`;
  const from = scanner.lineEnd(after);
  if (scanner.hasFailed(key, from)) return undefined;
  const candidates = scanner.remember(`fences ${style.characters}`, () => findCandidates(text, style));
  const block = matchFence(text, fence, candidates, firstFrom(candidates, from), whole);
  if (block === undefined) scanner.noteFailure(key, from);
  return block;
}

function matchFence(
  text: string,
  fence: Fence,
  candidates: readonly Candidate[],
  first: number,
  whole: Info,
): Block | undefined {
  let best: { length: number; candidate: Candidate } | undefined;
  for (let index = first; index < candidates.length; index++) {
    const candidate = candidates[index];
    const length = candidate === undefined ? 0 : closedLength(fence.run, candidate.run);
    if (candidate === undefined || length <= (best?.length ?? 0)) continue;
    best = { length, candidate };
    if (length === fence.run.length) break;
  }
  if (best === undefined) return undefined;
  const info = best.length === fence.run.length ? whole : readInfo(text, fence.start + best.length);
  if (info === undefined) return undefined;
  return { info, close: best.candidate.at, end: best.candidate.end };
}

function parseFencedCodeblock(parser: Parser, style: FenceStyle): boolean {
  const { scanner } = parser;
  const { text, pos } = scanner;
  const fence = readFence(text, pos, style);
  const block = fence === undefined ? undefined : findBlock(scanner, fence, style);
  if (block === undefined) return false;
  const { info } = block;
  const element = parser.newBlock('codeblock', text.slice(info.end, block.close));
  if (info.language !== '') {
    element.options = { language: info.language + info.options };
    element.attributes.set('class', `language-${info.language}`);
  }
  scanner.pos = block.end;
  parser.tree.append(element);
  return true;
}

/** Code between lines of `~~~`. */
export const fencedCodeblock: BlockRule = {
  name: 'codeblock_fenced',
  first: '~',
  parse: (parser) => parseFencedCodeblock(parser, KRAMDOWN),
};

/** Code between lines of three backticks or tildes. */
export const fencedCodeblockGfm: BlockRule = {
  name: 'codeblock_fenced_gfm',
  first: '~`',
  parse: (parser) => parseFencedCodeblock(parser, GFM),
};

/** Whether a fence starts at a line, closed or not. */
export function startsFence(text: string, at: number): boolean {
  return readFence(text, at, GFM) !== undefined;
}
