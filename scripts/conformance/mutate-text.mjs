// Changes texts of real sites as hasty editing does, and shortens a text as far as two programs still differ on it.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Larger files are data or generated: they take long and show nothing more. */
const LONGEST_FILE = 200_000;
const MOST_LINES = 80;
const PUNCTUATION = /[^\w\s]/gu;

/** The texts of all files below a folder whose names match. */
export function readTexts(folder, names) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => names.test(path) && !path.includes('node_modules'))
    .sort()
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile() && statSync(path).size < LONGEST_FILE)
    .map((path) => readFileSync(path, 'utf8').replace(/^\ufeff/, ''))
    .filter((text) => !text.includes('\0') && !text.includes('\ufffd'));
}

const blocksOf = (lines) => lines.join('\n').split(/\n(?=\n)/);

/** Changes one of a text's punctuation characters. */
function changePunctuation(random, text, change) {
  const found = [...text.matchAll(PUNCTUATION)];
  if (found.length === 0) return text;
  const { 0: sign, index } = random.pick(found);
  return text.slice(0, index) + change(sign) + text.slice(index + sign.length);
}

/** Applies a change to a few lines that follow each other. */
function changeLines(random, lines, change) {
  const from = random.below(lines.length);
  const to = from + 1 + random.below(6);
  return lines.map((line, index) => (index >= from && index < to ? change(line) : line));
}

const MUTATIONS = [
  function cutLines(random, lines) {
    return lines.toSpliced(random.below(lines.length), 1 + random.below(5));
  },
  function joinWithAnother(random, lines, another) {
    return [...lines.slice(0, random.below(lines.length + 1)), ...another.slice(random.below(another.length))];
  },
  function insertFromAnother(random, lines, another) {
    const from = random.below(another.length);
    return lines.toSpliced(random.below(lines.length + 1), 0, ...another.slice(from, from + 1 + random.below(8)));
  },
  function duplicateBlock(random, lines) {
    const blocks = blocksOf(lines);
    return blocks
      .toSpliced(random.below(blocks.length + 1), 0, random.pick(blocks))
      .join('\n')
      .split('\n');
  },
  function moveBlock(random, lines) {
    const blocks = blocksOf(lines);
    const [moved] = blocks.splice(random.below(blocks.length), 1);
    return blocks
      .toSpliced(random.below(blocks.length + 1), 0, moved)
      .join('\n')
      .split('\n');
  },
  function indent(random, lines) {
    const space = random.pick([' ', '  ', '   ', '    ', '\t', '> ']);
    return changeLines(random, lines, (line) => space + line);
  },
  function outdent(random, lines) {
    const most = 1 + random.below(4);
    return changeLines(random, lines, (line) => line.replace(new RegExp(`^\\s{1,${most}}`), ''));
  },
  function swapTabsAndSpaces(random, lines) {
    return changeLines(random, lines, (line) =>
      line.includes('\t') ? line.replaceAll('\t', '    ') : line.replaceAll(/ {2,4}/g, '\t'),
    );
  },
  function addOrRemoveBlankLine(random, lines) {
    const at = random.below(lines.length);
    return lines[at] === '' ? lines.toSpliced(at, 1) : lines.toSpliced(at, 0, random.pick(['', '', '  ']));
  },
  function joinTwoLines(random, lines) {
    const at = random.below(lines.length);
    return lines.toSpliced(at, 2, `${lines[at]}${random.pick(['', ' '])}${lines[at + 1] ?? ''}`);
  },
  function carriageReturns(random, lines) {
    return random.chance(0.5) ? lines.map((line) => `${line}\r`) : changeLines(random, lines, (line) => `${line}\r`);
  },
  ...[
    () => '',
    () => '',
    (sign) => sign + sign,
    (sign) => sign + sign,
    (sign) => ` ${sign}`,
    (sign) => `${sign}\n`,
  ].map(
    (change) =>
      function punctuation(random, lines) {
        return changePunctuation(random, lines.join('\n'), change).split('\n');
      },
  ),
];

/** Some lines of one of the texts. */
function takeLines(random, texts) {
  const lines = random.pick(texts).split('\n');
  const from = random.chance(0.3) ? 0 : random.below(lines.length);
  return lines.slice(from, from + 1 + random.below(MOST_LINES));
}

/** How much of a part is not prose. */
const marksOf = (lines) => lines.join('').replaceAll(/[\p{L}\p{M}\d\s.,]/gu, '').length / lines.length;

/** A part of one of the texts, changed in one to four places. Of three parts the one with the most marks a line is taken. */
export function mutateText(random, texts) {
  const part = () => {
    const parts = [1, 2, 3].map(() => takeLines(random, texts));
    return parts.reduce((best, other) => (marksOf(other) > marksOf(best) ? other : best));
  };
  let lines = part();
  for (let count = 1 + random.below(4); count > 0; count--) {
    lines = random.pick(MUTATIONS)(random, lines.length === 0 ? [''] : lines, part());
  }
  return lines.join('\n');
}

/** Words, white space and single signs. */
export const piecesOf = (text) => text.match(/\w+|\s+|[^\w\s]/gu) ?? [];

/** Removes lines, then pieces, then characters, as long as `differs` says of the rest that the two sides still differ on it. */
export async function shortenText(text, differs) {
  let short = text;
  for (const split of [(whole) => whole.split(/(?<=\n)/), piecesOf, (whole) => [...whole]]) {
    let parts = split(short);
    for (let size = Math.ceil(parts.length / 2); size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; at < parts.length; ) {
        const rest = parts.toSpliced(at, size);
        if (rest.length > 0 && (await differs(rest.join('')))) parts = rest;
        else at += size;
      }
    }
    short = parts.join('');
  }
  return short;
}
