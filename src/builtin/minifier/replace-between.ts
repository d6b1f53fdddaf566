/**
 * Replaces whatever begins with `open` and ends with the next `close`, like a pattern with `(.*?)` between the two, but in
 * time that grows with the text only: what is opened and never closed is looked for once.
 *
 * @param open, close patterns with the flag `g`
 * @example
 * replaceBetween('a<pre>b</pre>', /<pre>/g, /<\/pre>/g, (open, body, close) => open + body.trim() + close)
 */
export function replaceBetween(
  text: string,
  open: RegExp,
  close: RegExp,
  change: (open: string, body: string, close: string) => string,
): string {
  let replaced = '';
  let done = 0;
  open.lastIndex = 0;
  for (let start = open.exec(text); start !== null; start = open.exec(text)) {
    close.lastIndex = open.lastIndex;
    const end = close.exec(text);
    if (end === null) break;
    const [bodyStart, before] = [open.lastIndex, done];
    // `change` may use the same patterns.
    done = close.lastIndex;
    replaced += text.slice(before, start.index) + change(start[0], text.slice(bodyStart, end.index), end[0]);
    open.lastIndex = done;
  }
  return replaced + text.slice(done);
}

/** Patterns for an element whose content is text: its start tag, which need not end its name there, and its end tag. */
export function tagPatterns(name: string): readonly [RegExp, RegExp] {
  return [new RegExp(`<${name}[^>]*>`, 'gi'), new RegExp(`</${name}>`, 'gi')];
}
