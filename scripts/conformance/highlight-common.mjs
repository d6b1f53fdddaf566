// What the tools of the highlighter share: our lexers bundled for plain Node, Rouge as a process, and comparing.
import { join } from 'node:path';
import { importSources } from './bundle.mjs';
import { startReference } from './reference-process.mjs';
import { shared } from './shared.mjs';

const root = join(import.meta.dirname, '..', '..');

/** The folder of the collected blocks, with a folder for each set of sites. */
export const blocksFolder = process.env.HIGHLIGHT_BLOCKS ?? join(shared, 'conformance', 'highlight');

/** Our highlighter with its table of lexers, bundled from the current sources. */
export function loadHighlighter() {
  const contents = `export * from './highlight.ts'; export { LANGUAGES } from './lexers/languages.ts';`;
  return importSources('highlight', { stdin: { contents, resolveDir: join(root, 'src/highlight') } });
}

/** Starts Rouge as a process: `ask({ language, code })` → `{ tag, tokens }`. Needs Ruby with Rouge 4.7 on RUBYLIB. */
export const startRouge = () => startReference('highlight-reference.rb');

/** Compares two token lists of one text: whether they are identical, and how many characters have the right class. */
export function compareTokens(expected, actual) {
  const classes = (tokens) => tokens.flatMap(([token, text]) => Array(text.length).fill(token));
  const left = classes(expected);
  const right = classes(actual);
  let same = 0;
  let first = -1;
  left.forEach((token, index) => {
    if (token === right[index]) same++;
    else if (first < 0) first = index;
  });
  const identical = JSON.stringify(expected) === JSON.stringify(actual);
  if (!identical && first < 0) first = 0;
  return { identical, characters: left.length, same, first };
}

/** The tokens around a position, in short: `k:"def" w:" "`. */
export function showTokens(tokens, position, before = 30, after = 60) {
  let offset = 0;
  const shown = [];
  for (const [token, text] of tokens) {
    const end = offset + text.length;
    if (end > position - before && offset < position + after)
      shown.push(`${token}:${JSON.stringify(text.slice(0, 60))}`);
    offset = end;
  }
  return shown.join(' ');
}
