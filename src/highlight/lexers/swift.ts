import { unicode } from '../engine/ruby-reading.ts';
import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.KeywordDeclaration,
    `actor any associatedtype borrowing class consuming convenience deinit distributed dynamic enum extension fileprivate final func
    import indirect init internal lazy let macro nonisolated open optional package private protocol public required some
    static struct subscript typealias var`,
  ],
  [
    Token.Keyword,
    `Self Type as associativity async autoreleasepool await break case catch consume continue default defer didSet discard do dynamicType
    each else fallthrough for get guard if in infix inout is isolated left mutating new none nonmutating operator override
    postfix precedence precedencegroup prefix repeat rethrows return right self set super switch throw throws try unowned
    weak where while willSet`,
  ],
  [Token.KeywordConstant, 'true false nil'],
);

/** Letters, and the emoji of the supplementary planes with flags and skin tones. */
const LETTER = '\\p{Alphabetic}_\\u{1f000}-\\u{1faff}';
const NAME = `[${LETTER}][${LETTER}\\p{Nd}]*`;
const PLAIN_NAME = '[\\p{Alphabetic}_][\\p{Alphabetic}\\p{Nd}_]*';

const states = (): States<undefined> => ({
  root: [[/^([ \t]*)(#(?!["#])[^\n]*)/, [Token.Text, Token.CommentPreproc]], include('code')],
  space: [
    [/\n(?=[ \t]*#(?!["#]))/, Token.Text, 'line start'],
    [/\s/, Token.Text],
    [/\/\/[^\n]*/, Token.CommentSingle],
    [/\/\*/, Token.CommentMultiline, 'comment'],
  ],
  'line start': [
    [/[ \t]+/, Token.Text],
    [/#[^\n]*/, Token.CommentPreproc, '#pop'],
  ],
  code: [
    include('space'),
    [/0[xX][\da-fA-F_]+(?:\.[\da-fA-F_]+)?[pP][+-]?\d+|0x[\da-fA-F_]+/, Token.NumberHex],
    [/\d+(?:_\d+)*\.\d+(?:_\d+)*[eE][+-]?\d+/, Token.NumberFloat],
    // Without an exponent one digit follows each underscore of the fraction.
    [/\d+(?:_\d+)*(?:\*|\.\d+(?:_\d)*)|\d+[eE][+-]?\d+/, Token.NumberFloat],
    [/0b[01_]+/, Token.NumberBin],
    [/0o[0-7_]+|0[0-7]+(?:_[0-7]+)*(?!\d)/, Token.NumberOct],
    [/\d+(?:_\d+)*/, Token.NumberInteger],
    [/'(?:\\[^\n]|[^\n])'/u, Token.StringChar],
    [/@?"/, Token.String, 'string'],
    [/#\/(?:[^\n]*)\/#/, Token.StringRegex],
    [/\/(?![\s*/])(?:[^\n]*\S)?\//, Token.StringRegex],
    [/[()[\]{}:;,?\\]/, Token.Punctuation],
    [/~Copyable\b/, Token.KeywordType],
    [/[=+*/%<>!&|^.~-]+/, Token.Operator],
    [unicode`@${NAME}`, Token.KeywordDeclaration],
    [unicode`#[A-Za-z][\p{L}\p{N}_]*`, Token.Keyword],
    [/\$\d+/, Token.NameVariable],
    [unicode`(\`)(${NAME})(\`)`, [Token.Punctuation, Token.NameVariable, Token.Punctuation]],
    include('names'),
  ],
  names: [
    [/(?:private|internal|unowned)(?:\(\w+\)|(?=\s*\())/, Token.KeywordDeclaration],
    [/(?:try!|as[?!])(?=\s)/, Token.Keyword],
    [unicode`(let|var)(\s+)(${NAME})`, [Token.Keyword, Token.Text, Token.NameVariable]],
    [/(let|var)(\s*)(\()/, [Token.Keyword, Token.Text, Token.Punctuation], 'tuple'],
    [/(?:if|while|for|switch|case)(?=\s*\()/, Token.Keyword],
    [/default(?=\s*:)/, Token.Keyword],
    [unicode`(?!\p{Uppercase})${PLAIN_NAME}(?=[?!]?\s*\()`, Token.NameFunction],
    [unicode`(?!\p{Uppercase}|default)${NAME}(?=\s*:)`, Token.NameVariable],
    [/(?:Self|Type)\b(?!\s*\()/, Token.Keyword],
    [unicode`(?=\p{Uppercase})${NAME}`, Token.KeywordType],
    [/[a-z_]\w*(?![\u0080-\uffff])/, byWord(WORDS, Token.Name)],
    [unicode`\$?${NAME}`, Token.Name],
  ],
  // Only names are expected here.
  tuple: [
    [/\(/, Token.Punctuation, '#push'],
    [/\)/, Token.Punctuation, '#pop'],
    [/[,`]/, Token.Punctuation],
    [/\s+/, Token.Text],
    [unicode`${NAME}`, Token.NameVariable],
  ],
  comment: [
    [/[^*/]+/, Token.CommentMultiline],
    [/\/\*/, Token.CommentMultiline, '#push'],
    [/\*\//, Token.CommentMultiline, '#pop'],
    [/[*/]/, Token.CommentMultiline],
  ],
  string: [
    [/[^\\"]+/, Token.String],
    [/"/, Token.String, '#pop'],
    [/\\\(/, Token.StringEscape, 'interpolation'],
    [/\\(?:['"\\nrt0]|u\{[\da-fA-F]{1,8}\})/, Token.StringEscape],
  ],
  interpolation: [[/\)/, Token.StringEscape, '#pop'], include('nested')],
  parentheses: [[/\)/, Token.Punctuation, '#pop'], include('nested')],
  nested: [[/\(/, Token.Punctuation, 'parentheses'], include('code')],
});

/** Swift. */
export const swift = defineLexer({ tag: 'swift', states });
