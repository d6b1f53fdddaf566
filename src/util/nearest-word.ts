/**
 * The word of a list that was most likely meant; undefined if none is close.
 *
 * @example
 * nearestWord('--drfats', ['--drafts', '--future']) // '--drafts'
 */
export function nearestWord(word: string, words: readonly string[]): string | undefined {
  const { length } = word.replace(/^-+/, '');
  // Every word of one letter is as close as any other.
  const most = length < 2 ? 0 : Math.max(1, Math.floor(length / 3));
  return wordWithin(word, words, most) ?? words.find((candidate) => length > 1 && candidate.startsWith(word));
}

/**
 * The word of a list that is closest, if it is at most this number of letters away: inserted, deleted, replaced or swapped.
 *
 * @example
 * wordWithin('baselurl', ['baseurl', 'url'], 1) // 'baseurl'
 */
export function wordWithin(word: string, words: readonly string[], most: number): string | undefined {
  let nearest: string | undefined;
  let least = most + 1;
  for (const candidate of words) {
    const distance = editDistance(word, candidate);
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}

/** The number of letters to insert, delete, replace or swap with their neighbour to get from one word to the other. */
function editDistance(from: string, to: string): number {
  let [before, above]: [number[], number[]] = [[], Array.from({ length: to.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const cheapest = Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      line.push(isSwapped ? Math.min(cheapest, (before[column - 2] ?? 0) + 1) : cheapest);
    }
    [before, above] = [above, line];
  }
  return above[to.length] ?? 0;
}
