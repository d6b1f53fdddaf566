import { closedBy } from '../engine/closed-by.ts';
import { unicode } from '../engine/ruby-reading.ts';
import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** Not among them: `class`, `import`, `object`, `package`, `trait` and `type`, which are keywords only with white space behind them. */
const KEYWORDS = `abstract case catch def do else extends final finally for forSome if implicit lazy match new override private
  protected requires return sealed super this throw try val var while with yield`;

const KEYWORD = new RegExp(`(?:${KEYWORDS.trim().split(/\s+/).join('|')})\\b`);
const OPERATOR = '[!#%&*/:<=>?@\\\\^|~+\\p{Sm}\\p{So}-]';
const NAME = '(?:[\\p{L}_$][\\p{L}\\d_$]*)';
/** Letters, and after an underscore the signs of an operator: `unary_!`, `x_=`. */
const NAME_WITH_SIGNS = `${NAME}(?:(?<=_)${OPERATOR}+)?`;
const DEFINED = unicode`${NAME_WITH_SIGNS}|${OPERATOR}+|\`[^\`]+\``;
/** Signs that are keywords where no other sign follows; all but the colon want white space or a name behind them. */
const KEYWORD_SIGN = `(?::|(?:=>|<-|<:|<%|>:|[#@=\\u2190\\u21d2])(?=[\\s\\p{L}\\p{N}_]|$))(?!${OPERATOR})`;
const TYPE = unicode`${NAME_WITH_SIGNS}|${OPERATOR}+|\`[^\`]+\`|\.`;

/** After a colon, and between brackets, everything is a type until something ends it. */
const typeStates = (): States<undefined> => ({
  type: [
    [/\s+/, Token.Text],
    [/<[%:]|>:|[#_\u21d2]|forSome|type/, Token.Keyword],
    [/(=>|[,);}=])(\s*)/, [Token.Operator, Token.Text], '#pop'],
    [/[({]/, Token.Operator, '#push'],
    [
      unicode`(${NAME_WITH_SIGNS}(?:\.${NAME_WITH_SIGNS})*)(\s*)(\[)`,
      [Token.KeywordType, Token.Text, Token.Operator],
      ['#pop', 'type parameters'],
    ],
    [unicode`(${NAME_WITH_SIGNS}(?:\.${NAME_WITH_SIGNS})*)([ \t\r\f\v]*)$`, [Token.KeywordType, Token.Text], '#pop'],
    [/\/\/[^\n]*/, Token.CommentSingle, '#pop'],
    [TYPE, Token.KeywordType],
  ],
  'type parameters': [
    [/[\s,]+/, Token.Text],
    [/<[%:]|=>|>:|[#_\u21d2]|forSome|type/, Token.Keyword],
    [/[\])}]/, Token.Operator, '#pop'],
    [/[([{]/, Token.Operator, '#push'],
    [TYPE, Token.KeywordType],
  ],
});

const states = (): States<undefined> => ({
  root: [
    [/\s+/, Token.Text],
    [/\/\/[^\n]*/, Token.CommentSingle],
    [/\/\*/, Token.CommentMultiline, 'comment'],
    [unicode`@${NAME}`, Token.NameDecorator],
    [/(class|trait|object)(\s+)/, [Token.Keyword, Token.Text], 'class'],
    [/(package|import)(?!\s*\(|\n+\.)(\s+)/, [Token.Keyword, Token.Text], 'import'],
    [/(type)(?!\s*\(|\n+\.)(\s+)/, [Token.Keyword, Token.Text], 'type'],
    [/(def)(?!\s*\(|\n+\.)(\s+)/, [Token.Keyword, Token.Text], 'definition'],
    [unicode`(val)(\s+)(${DEFINED.source})`, [Token.Keyword, Token.Text, Token.NameVariable]],
    [/this(?=\n*\.)/, Token.Keyword],
    include('literals'),
    include('names'),
    [unicode`#+(?=${KEYWORD_SIGN})`, Token.Operator],
    [
      unicode`${KEYWORD_SIGN}`,
      (lexing, [sign]) => {
        lexing.token(Token.Keyword, sign);
        if (sign === ':') lexing.push('type');
      },
    ],
    [unicode`${OPERATOR}+`, Token.Operator],
    [/\[/, Token.Operator, 'type parameters'],
    [/[(){},;.]/, Token.Operator],
  ],
  names: [
    [
      unicode`(${NAME_WITH_SIGNS})(\n*)(\.)(${NAME_WITH_SIGNS})`,
      [Token.NameVariable, Token.Text, Token.Operator, Token.NameProperty],
    ],
    [unicode`(\.)(${NAME_WITH_SIGNS})`, [Token.Operator, Token.NameProperty]],
    [unicode`(?![\p{Lu}$_](?:\$*[\p{L}_]|\$+\d))${NAME_WITH_SIGNS}(?=\s*\()`, Token.NameFunction],
    [/(?:true|false|null)\b/, Token.KeywordConstant],
    [KEYWORD, Token.Keyword],
    [unicode`_(?![\p{L}\p{N}_])`, Token.Keyword],
    [unicode`[\p{Lu}$_](?:\$*[\p{L}_]|\$+\d)[\p{L}\p{N}_$]*(?<!\$)`, Token.NameClass],
    [unicode`${NAME_WITH_SIGNS}`, Token.Name],
    [/`[^`]+`/, Token.Name],
  ],
  literals: [
    [/"""/, closedBy(/.*?"""(?!")/s, Token.String, Token.String)],
    [/"/, closedBy(/[^"\\]*(?:\\.[^"\\]*)*"/s, Token.String, Token.Error)],
    [/'(?:\\u[\da-fA-F]{4}|\\.|[^\\])'/u, Token.StringChar],
    [unicode`'${NAME_WITH_SIGNS}(?!')`, Token.StringSymbol],
    [/\d+(?:\.\d*(?:[eE][+-]?\d+)?[fFdD]?|[fFdD])/, Token.NumberFloat],
    [/0[xX][\da-fA-F]+/, Token.NumberHex],
    [/\d+L?/, Token.NumberInteger],
  ],
  comment: [
    [/[^*/]+/, Token.CommentMultiline],
    [/\/\*/, Token.CommentMultiline, '#push'],
    [/\*\//, Token.CommentMultiline, '#pop'],
    [/[*/]/, Token.CommentMultiline],
  ],
  class: [
    [/\s+/, Token.Text],
    [unicode`(${DEFINED.source})(\s*)(\[)`, [Token.NameClass, Token.Text, Token.Operator], 'type parameters'],
    [/[{(]/, Token.Operator, '#pop'],
    [/\/\/[^\n]*/, Token.CommentSingle, '#pop'],
    [DEFINED, Token.NameClass, '#pop'],
  ],
  import: [
    [unicode`[\p{L}\d_.$]+`, Token.NameNamespace, '#pop'],
    // What begins no name is an error until one comes.
    [unicode`[^\p{L}\d_.$]`, Token.Error],
  ],
  definition: [
    [DEFINED, Token.NameFunction, '#pop'],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  ...typeStates(),
});

/** Scala. */
export const scala = defineLexer({ tag: 'scala', states });
