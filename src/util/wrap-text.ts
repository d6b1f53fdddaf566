/**
 * Breaks lines at spaces so that none is longer than a width, except for words that are longer by themselves.
 *
 * @example
 * wrapText('one two three', 8) // ['one two', 'three']
 */
export function wrapText(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(line: string, width: number): readonly string[] {
  const [first = '', ...words] = line.split(' ');
  const lines: string[] = [];
  let last = first;
  for (const word of words) {
    const longer = `${last} ${word}`;
    if (longer.length > width) lines.push(last);
    last = longer.length > width ? word : longer;
  }
  return [...lines, last];
}
