/** A list of attributes in braces: `{:name: .class}` defines one, `{: .class}` is applied. */
interface AttributeList {
  readonly source: string;
  readonly name: string | undefined;
  readonly list: string;
}

const START = /(?<!\\)\{:/g;
const END = /(?<!\\)\}/g;
const NAME = /[A-Za-z][^ \t\r\n\f\v]*/y;

/** Finds the lists of a text. Each ends on its line, with the first brace after the longest name that leaves one. */
export function findAttributeLists(text: string): AttributeList[] {
  return text.includes('{:') ? text.split('\n').flatMap(findInLine) : [];
}

function findInLine(line: string): AttributeList[] {
  const lists: AttributeList[] = [];
  const ends = [...line.matchAll(END)].map(({ index }) => index);
  const lastEnd = ends.at(-1) ?? -1;
  let nextEnd = 0;
  let done = 0;
  for (const { index } of line.matchAll(START)) {
    const start = index + 2;
    if (index < done) continue;
    if (lastEnd < start) break;
    const name = readName(line, start, lastEnd);
    const listStart = name === undefined ? start : start + name.length + 1;
    while ((ends[nextEnd] ?? listStart) < listStart) nextEnd++;
    const end = ends[nextEnd] ?? lastEnd;
    done = end + 1;
    lists.push({ source: line.slice(index, done), name, list: line.slice(listStart, end) });
  }
  return lists;
}

/** The name before the last colon of the first word that still has a brace after it. */
function readName(line: string, start: number, lastEnd: number): string | undefined {
  NAME.lastIndex = start;
  const word = NAME.exec(line)?.[0] ?? '';
  const colon = word.lastIndexOf(':', lastEnd - start - 1);
  return colon < 1 ? undefined : word.slice(0, colon);
}
