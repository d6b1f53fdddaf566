import { defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.KeywordReserved,
    `_ case class data do else if import in infix infixl infixr instance let module namespace of then type where with`,
  ],
  [Token.KeywordConstant, 'EQ False GT GTE Just LT LTE Left Nothing Right True'],
);

/** Names of the prelude. The white space behind them belongs to them, and without it they are ordinary. */
const TYPES =
  'Bool|Dec|Either|Exists|FTy|File|IO|Inf|IntTy|IsJust|Lazy|List|Maybe|Mode|Nat|Not|Ordering|StrM|Stream|Type|World';
const CLASSES =
  'Alternative|Applicative|Cast|Eq|Foldable|Functor|Integral|MaxBound|MinBound|Monad|Monoid|Num|Ord|Semigroup|Traversable|Uninhabited';
const FUNCTIONS =
  `abs acos all and any asin atan atan2 break ceiling compare concat concatMap const cos cosh curry cycle div drop
  dropWhile elem encodeFloat enumFrom enumFromThen enumFromThenTo enumFromTo exp fail filter flip floor foldl foldl1 foldr
  foldr1 fromInteger fst gcd getChar getLine head id init iterate last lcm length lines log lookup map max maxBound maximum
  maybe min minBound minimum mod negate not null or pi pred print product putChar putStr putStrLn readFile recip repeat
  replicate return reverse scanl scanl1 sequence sequence_ show sin sinh snd span splitAt sqrt succ sum tail take takeWhile
  tan tanh uncurry unlines unwords unzip unzip3 words writeFile zip zip3 zipWith zipWith3`.split(/\s+/);

const states = (): States<undefined> => ({
  root: [
    [/\|\|\|(?<=^\|\|\|)[^\n]*/, Token.CommentDoc],
    [
      /^(?!(?:_|case|class|data|do|else|if|import|in|infix|infixl|infixr|instance|let|module|namespace|of|then|type|where|with)\b)[A-Za-z_][\w']*\s{0,100}:/,
      Token.NameFunction,
    ],
    [/\s+/, Token.Text],
    [/--(?![!#$%&*+./<=>?@^|~\\])-*[^\n]*/, Token.CommentSingle],
    [/\{-/, Token.CommentMultiline, 'comment'],
    [/%(?:access\s+(?:export|private|public)|default\s+(?:partial|total)|language\s+[A-Za-z]\w*)\b/, Token.Keyword],
    [/import\b/, Token.KeywordReserved, 'import'],
    [/module\b/, Token.KeywordReserved, 'module'],
    [new RegExp(`(?:${TYPES})\\s`), Token.KeywordType],
    [new RegExp(`(?:${CLASSES})\\s`), Token.NameClass],
    [new RegExp(`(?:${FUNCTIONS.join('|')}) {1,99}(?![:=])`), Token.NameBuiltin],
    // A prime that ends a keyword begins a character.
    [new RegExp(`(?:${[...WORDS.keys()].join('|')})(?=')`), byWord(WORDS, Token.Name)],
    [/(?:[a-z_][\w']*|(?:EQ|False|GTE?|Just|LTE?|Left|Nothing|Right|True)(?![\w']))/, byWord(WORDS, Token.Name)],
    [/[A-Z][\w']*/, Token.KeywordType],
    [/\(\s*\)/, Token.NameBuiltin],
    [/\[\s*\]/, Token.KeywordType],
    [/\\(?![!#$%&*+./<=>?@^|~:\\-])/, Token.NameFunction],
    [/[!#$%&*+./<=>?@^|~:\\-]+/, Token.Operator],
    [/\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/, Token.NumberFloat],
    [/"/, Token.String, 'string'],
    [/'/, Token.StringChar, 'character'],
    [/[()[\]{},;`]/, Token.Punctuation],
  ],
  comment: [
    [/\{-/, Token.CommentMultiline, '#push'],
    [/-\}/, Token.CommentMultiline, '#pop'],
    [/[^{}-]+|[{}-]/, Token.CommentMultiline],
  ],
  module: [
    [/\s+/, Token.Text],
    [/[A-Z][\w.]*/, Token.NameNamespace, '#pop'],
  ],
  import: [
    [/\s+/, Token.Text],
    [
      /([A-Z][\w.]*)(\s+)(as)(\s+)([A-Z][\w.]*)/,
      [Token.NameNamespace, Token.Text, Token.Keyword, Token.Text, Token.Name],
      '#pop',
    ],
    [/([A-Z][\w.]*)(\s+)(\()/, [Token.NameNamespace, Token.Text, Token.Punctuation], ['#pop', 'names']],
    [/[A-Za-z\d_.][\w.]*/, Token.NameNamespace, '#pop'],
  ],
  names: [
    [/\s+/, Token.Text],
    [/[a-z_][\w']*/, Token.NameFunction],
    [/[A-Z][\w']*/, Token.KeywordType],
    [/(\()([!#$%&*+./<=>?@^|~:\\-]+)(\))/, [Token.Punctuation, Token.Operator, Token.Punctuation]],
    [/,/, Token.Punctuation],
    [/\)/, Token.Punctuation, '#pop'],
  ],
  character: [
    [/\\/, Token.StringEscape, ['#pop', 'character end', 'escape']],
    [/./, Token.StringChar, ['#pop', 'character end']],
  ],
  'character end': [
    [/'/, Token.StringChar, '#pop'],
    [/./, Token.Error, '#pop'],
  ],
  string: [
    [/"/, Token.String, '#pop'],
    [/\\/, Token.StringEscape, 'escape'],
    [/[^"\\]+/, Token.String],
  ],
  escape: [
    [/[abfnrtv"'&\\]/, Token.StringEscape, '#pop'],
    [/\^[\][A-Z@^_]/, Token.StringEscape, '#pop'],
    [/[A-Z]{2,3}[1-4]?/, Token.StringEscape, '#pop'],
    [/o[0-7]+|x[\da-fA-F]+|\d+/, Token.StringEscape, '#pop'],
    [/\s+\\/, Token.StringEscape, '#pop'],
  ],
});

/** Idris. */
export const idris = defineLexer({ tag: 'idris', states });
