// Compares our tokens with Rouge's, for code in files or on standard input. For writing lexers.
//   RUBYLIB=… node scripts/highlight-probe.mjs LANGUAGE [FILE …]             prints each line that differs
//   RUBYLIB=… node scripts/highlight-probe.mjs LANGUAGE --tokens [FILE …]    prints only Rouge's tokens
import { readFileSync } from 'node:fs';
import { compareTokens, loadHighlighter, showTokens, startRouge } from './conformance/highlight-common.mjs';

const [language, ...rest] = process.argv.slice(2);
const onlyTokens = rest.includes('--tokens');
const files = rest.filter((argument) => argument !== '--tokens');
const { lex } = await loadHighlighter();
const reference = startRouge();
for (const file of files.length > 0 ? files : [0]) {
  const code = readFileSync(file, 'utf8');
  const { tokens } = await reference.ask({ language, code });
  if (onlyTokens) {
    console.log(showTokens(tokens, 0, 0, Number.POSITIVE_INFINITY));
    continue;
  }
  // Compared line by line, to show every line that differs and not only the first.
  const actual = lex(code, language).map(({ token, text }) => [token, text]);
  const { identical, same, characters } = compareTokens(tokens, actual);
  const lines = (list) => {
    const result = [[]];
    for (const [token, text] of list) {
      text.split(/(?<=\n)/).forEach((piece, index) => {
        if (index > 0) result.push([]);
        result.at(-1).push([token, piece]);
        if (piece.endsWith('\n') && index === text.split(/(?<=\n)/).length - 1) result.push([]);
      });
    }
    return result;
  };
  const ours = lines(actual);
  lines(tokens).forEach((expected, index) => {
    if (JSON.stringify(expected) === JSON.stringify(ours[index])) return;
    console.log(`${file === 0 ? '-' : file}:${index + 1}`);
    console.log(`  expected ${showTokens(expected, 0, 0, 1e9)}`);
    console.log(`  actual   ${showTokens(ours[index] ?? [], 0, 0, 1e9)}`);
  });
  console.log(`${identical ? 'identical' : `${same} of ${characters} characters right`}`);
}
reference.stop();
