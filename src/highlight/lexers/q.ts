import { between, defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [Token.Keyword, `by delete do exec from if select update while`],
  [
    Token.OperatorWord,
    `and asof bin binr cor cov cross cut div each ej except fby ij in insert inter like lj ljf mavg mcount mdev mmax
    mmin mmu mod msum or over peach pj prior scan scov setenv ss sublist sv uj union upsert vs wavg where within wsum
    xasc xbar xcol xcols xdesc xexp xgroup xkey xlog xprev xrank`,
  ],
  [
    Token.NameBuiltin,
    `count desc dev differ distinct dsave enlist eval exit exp fills first fkeys flip floor get getenv group gtime
    hclose hcount hdel hopen hsym iasc idesc inv key keys last load log lsq ltime ltrim max maxs md5 med meta min
    mins neg next parse plist prd prds prev rand rank ratios raze read0 read1 reciprocal reverse rload rotate rsave
    rtrim save sdev set show signum sin sqrt ssr string sum sums svar system tables tan til trim txf type ungroup
    value var view views wj wj1 ww`,
  ],
);

const states = (): States<undefined> => ({
  // Indented lines at the beginning are taken for a remark.
  start: [
    [/\n+/, Token.Text],
    [/[ \t][^\n]*/, Token.CommentSpecial],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  root: [
    [between(/^\/\n/, '\n\\'), Token.CommentMultiline],
    [/^\/[^\n]*/, Token.CommentMultiline],
    [/[ \t]+\/[^\n]*/, Token.CommentSingle],
    // What follows a lone backslash is never read.
    [/(^\\)(\n.*)/s, [Token.Comment, Token.CommentMultiline]],
    [/(^\\\\\n)(.*)/s, [Token.Keyword, Token.CommentMultiline]],
    [/^\w\)/, Token.KeywordDeclaration],
    [/[ \t]+/, Token.Whitespace],
    [/\n+/, Token.Text],
    [/`[\w.]*(?::[\w.:/]*)?/, Token.StringSymbol],
    [/"/, Token.String, 'string'],
    [/\.[Qhoqz]\.[\w.]*/, Token.NameConstant],
    [/\.?[A-Za-z][\w.]*/, byWord(WORDS, Token.Name)],
    [/[012]:(?!:)/, Token.Operator],
    [
      /\d+D(?:\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?|\d{4}\.\d\d\.\d\d(?:[DT](?:\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?)?p?|\d\d:\d\d(?::\d\d(?:\.\d+)?)?/,
      Token.LiteralDate,
    ],
    [/0[NWnw][a-fhijmnptuvz]?/, Token.KeywordConstant],
    [/0x[\da-fA-F]+/, Token.NumberHex],
    [/[01]+b/, Token.NumberBin],
    [/(?:\d+\.[\d.]*|\.\d+)(?:e[-+]?\d+)?[ef]?|\d+(?:e[-+]?\d+[ef]?|[ef])/, Token.NumberFloat],
    [/\d+[hij]?/, Token.NumberInteger],
    [/[-~!@#$%^&*_+=|:'/\\,.<>?]/, Token.Operator],
    [/[()[\]{};]/, Token.Punctuation],
  ],
  string: [
    [/"/, Token.String, '#pop'],
    [/\\(?:[\\nr]|\d{3})/, Token.StringEscape],
    [/[^"\\\n]+|\\[^\n]?/, Token.String],
  ],
});

/** Q, the language of kdb+. */
export const q = defineLexer({ tag: 'q', states, begin: () => ['root', 'start'] });
