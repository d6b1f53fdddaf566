import { defineLexer, include, type Rule } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

/** A word with the dots and colons behind it is one word. */
const WORDS = wordTable(
  [
    Token.Keyword,
    `assert. break. case. catch. catchd. catcht. continue. do. else. elseif. end. fcase. for. if. return. select. throw.
    try. while. whilst.`,
  ],
  [Token.KeywordConstant, 'a. a:'],
  [
    Token.NameFunction,
    `! # #. #: $ $. $: % %. %: * *. *: + +. +: , ,. ,: - -. -: ; ;: < <. <: = > >. >: ? ?. [ [: ] ^ ^. { {. {: {:: | |.
    |: ". ": /: \\: }. }: ~. ~: e. i. i: j. o. p. p: p.. q: r. s: u. u: v. x: A. C. E. I. L. Z:`,
  ],
  [
    Token.Operator,
    `!. !: ;. ^: " & &. &: &.: / /. @ @. @: \\ \\. \` \`: } }:: ~ . .. .: : :. :: b. d. f. t. t: D. D: F. F: F.. F:: F.:
    F:. H. L: M. S: T.`,
  ],
  [Token.Punctuation, '( ) =. =:'],
);

const NUMBERS = new Map(
  [...'0123456789', ...'0123456789'].map((digit, index) => [`${index < 10 ? '' : '_'}${digit}:`, Token.NameFunction]),
);
NUMBERS.set('_:', Token.NameFunction);

const LINE_END = /\n/;
const END = String.raw`(?=[ \t]*$)`;

/** The beginning of a definition, from which the kind of its body follows. */
function definition(kind: string, state: string): Rule<undefined>[] {
  const keywords = [Token.KeywordPseudo, Token.Text, Token.KeywordPseudo];
  return [
    [new RegExp(`(${kind})([ \\t]+)(:|def(?![\\w.:]))(?![.:])`), keywords, state],
    [new RegExp(`(${kind})([ \\t]+)(define)(?![\\w.:])`), keywords, [`${state}Line`, 'blank']],
  ];
}

/** J. */
export const j = defineLexer({
  tag: 'j',
  states: () => ({
    root: [
      ...definition('0|noun', 'noun'),
      ...definition('1|2|3|4|13|adverb|conjunction|dyad|monad|verb', 'verb'),
      include('expression'),
    ],
    expression: [
      [/\s+/, Token.Text],
      [/NB\.(?![.:])[^\n]*/, Token.CommentSingle],
      [/(for_)(\w+)(\.)(?![.:])/, [Token.Keyword, Token.Name, Token.Keyword]],
      [/((?:goto|label)_)(\w+)(\.)(?![.:])/, [Token.Keyword, Token.NameLabel, Token.Keyword]],
      [/[a-zA-Z]\w*[.:]+|[!#$%()*+,\-;<=>?[\]^{|"&/@\\`}~.:][.:]*/, byWord(WORDS, Token.Error)],
      [/[a-zA-Z]\w*/, Token.Name],
      [/[\d_][\w.]*:[.:]*/, byWord(NUMBERS, Token.Error)],
      [/[\d_][\w.]*/, Token.Number],
      [/'/, Token.StringSingle, 'string'],
    ],
    string: [
      [/[^'\n]+/, Token.StringSingle],
      [/''/, Token.StringEscape],
      [/'/, Token.StringSingle, '#pop'],
      [/(?=\n)/, Token.Text, '#pop'],
    ],

    // The body of a definition is a string, or the lines below.
    noun: [[/0(?![\w.:])/, Token.KeywordPseudo, ['#pop', 'nounLine']], include('body')],
    verb: [
      [/0(?![\w.:])/, Token.KeywordPseudo, ['#pop', 'verbLine']],
      [/'/, Token.Punctuation, ['#pop', 'quoted']],
      include('body'),
    ],
    body: [
      [/[ \t]+/, Token.Text],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    blank: [
      [/[ \t]+/, Token.Text, '#pop'],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    nounLine: [[LINE_END, Token.Text, ['#pop', 'nounBody']], include('root')],
    verbLine: [[LINE_END, Token.Text, ['#pop', 'verbBody']], include('root')],
    nounBody: [
      [new RegExp(`^([ \\t]*)(\\))${END}`), [Token.Text, Token.Punctuation], '#pop'],
      [/[^\n]+\n?/, Token.StringHeredoc],
    ],
    verbBody: [
      [new RegExp(`^\\)${END}`), Token.Punctuation, '#pop'],
      [new RegExp(`^:${END}`), Token.Punctuation],
      include('code'),
    ],
    code: [[/[mnuvxy](?![\w.:])/, Token.NameBuiltinPseudo], include('expression')],
    quoted: [
      [/''/, Token.StringSingle, 'innerString'],
      [/'/, Token.Punctuation, '#pop'],
      [/\n/, Token.Text, '#pop'],
      [/NB\.(?![.:])[^'\n]*/, Token.CommentSingle],
      include('code'),
    ],
    innerString: [
      [/[^'\n]+/, Token.StringSingle],
      [/''/, Token.StringSingle, '#pop'],
      [/(?=')/, Token.Text, '#pop'],
      [/\n/, Token.Text, '#pop:2'],
    ],
  }),
});
