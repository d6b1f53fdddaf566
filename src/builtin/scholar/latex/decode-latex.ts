import { escapePattern } from '../../shared/escape-pattern.ts';
import { WORD_EDGE } from '../../shared/word-class.ts';
import { ACCENTS, DIACRITICS, GREEK, LETTERS, PUNCTUATION, QUOTES, SYMBOLS } from './characters.ts';

const SPACE = '[ \\t-\\r]';

/** An alternative for each name, in the order of the table: as in latex-decode, `in` is found before `int`. */
function anyOf(table: ReadonlyMap<string, string>): string {
  return [...table.keys()].map(escapePattern).join('|');
}

type Step = (text: string) => string;

function replacing(pattern: string, replace: (groups: readonly (string | undefined)[]) => string): Step {
  const expression = new RegExp(pattern, 'gu');
  return (text) => text.replace(expression, (...match: string[]) => replace(match));
}

/** A macro without an argument, with `{}` or the blanks after it: `\alpha`. */
function macros(table: ReadonlyMap<string, string>, end: string): Step {
  return replacing(
    `\\\\(${anyOf(table)})(?:\\{\\}|${SPACE}+|${WORD_EDGE}${end})`,
    ([, name = '']) => table.get(name) ?? '',
  );
}

/** An accent before its letter, which Unicode has after it. */
function accents(table: ReadonlyMap<string, string>, letter: string): Step {
  return replacing(`\\\\(${anyOf(table)})${letter}`, ([, accent = '', base = '', rest]) => {
    return base + (table.get(accent) ?? '') + (typeof rest === 'string' ? rest : '');
  });
}

/** Brings macros into the forms that the steps below know. */
const NORMALIZING: readonly Step[] = [
  replacing(`\\\\(?:i|j)${WORD_EDGE}`, ([macro]) => (macro === '\\i' ? 'ı' : 'ȷ')),
  replacing(`(\\\\[a-zA-Z]+)\\\\(${SPACE}+)`, ([, macro = '', blank = '']) => `${macro}{}${blank}`),
  replacing('([^{]\\\\\\w)([;,.:%])', ([, macro = '', sign = '']) => `${macro}{}${sign}`),
  replacing(
    `(\\\\[^ \\t-\\rij&#\${}_~%IJ])${SPACE}+(\\p{Alphabetic}+)${WORD_EDGE}`,
    ([, macro = '', word = '']) => `${macro}{${word}}`,
  ),
  replacing('((?<![\\s\\S])|[^\\\\])~', ([, before = '']) => `${before}\u00a0`),
];

const BASE = '(\\p{L}\\p{M}*)';

const DECODING: readonly Step[] = [
  replacing('\\$([^$]+)\\$', ([, formula = '']) => formula),
  accents(ACCENTS, `\\{${BASE}()\\}`),
  accents(ACCENTS, `${BASE}()`),
  accents(DIACRITICS, `\\{${BASE}(\\p{Alphabetic}*)\\}`),
  replacing(`\\\\(o|O|l|L|aa|AA|ae|AE)${WORD_EDGE}`, ([, name = '']) => LETTERS.get(name) ?? ''),
  macros(PUNCTUATION, '|(?=\\n|(?![\\s\\S]))'),
  replacing("(-+|`{1,2}|'{1,2})", ([signs = '']) => QUOTES.get(signs) ?? ''),
  replacing('\\\\([$%;#_&])(\\{\\})?', ([, sign = '', braces = '']) => sign + braces),
  replacing('\\\\(~)\\{\\}', () => '~'),
  replacing('\\\\ ', () => ' '),
  macros(SYMBOLS, ''),
  macros(GREEK, ''),
];

/**
 * A text of LaTeX as plain text, as latex-decode writes it.
 *
 * @example
 * decodeLatex("Erd{\\H o}s \\& P{\\'o}lya") // 'Erdős & Pólya'
 */
export function decodeLatex(text: string): string {
  const decoded = [...NORMALIZING, ...DECODING].reduce((result, step) => step(result), text);
  return decoded
    .replace(/(^|[^\\])[{}]+/gm, '$1')
    .replace(/\\([{}])/g, '$1')
    .normalize('NFC');
}
