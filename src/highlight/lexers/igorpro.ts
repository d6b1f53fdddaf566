import { defineLexer, include } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `abortonrte break case catch continue default do else elseif end endfor endif endstructure endswitch endtry for
    if macro menu proc return static strswitch structure switch threadsafe try while window`,
  ],
  [Token.KeywordReserved, `cd dir fprintf printf pwd sprintf sscanf wfprintf`],
  [Token.KeywordConstant, 'inf nan'],
  [
    Token.NameBuiltin,
    `abs acos acosh alog area asin asinh atan atan2 atanh beta betai binomial binomialln cabs ceil cequal char2num
    chebyshev cmplx cmpstr conj cos cosh cot coth cpowi csc csch date date2secs datetime defined deltax digamma
    dilogarithm ei enoise erf erfc erfcw exists exp factorial fakedata faverage floor gamma gammln gammp gammq gcd
    gnoise hcsr hermite imag interp leftx limit ln log magsqr max mean median min mod norm note num2char num2istr
    num2str numpnts numtype p2rect pcsr pnt2x poly qcsr r2polar real rightx round sawtooth sec sech sign sin sinc
    sinh sqrt str2num stringmatch strlen strsearch sum tan tanh ticks time trunc vcsr wnoise x2pnt xcsr zcsr
    zeromq_client_connect zeromq_client_recv zeromq_client_send zeromq_handler_start zeromq_handler_stop
    zeromq_server_bind zeromq_server_recv zeromq_server_send zeromq_set zeromq_stop zeta`,
  ],
);

const DECLARATION =
  'char|constant|dfref|double|float|funcref|int16|int32|int64|nvar|strconstant|string|struct|svar|uchar|uint16|uint32|uint64|variable|wave';

/** Igor Pro. Its words are the same in any case, and a word with a letter beyond ASCII is an error. */
export const igorpro = defineLexer({
  tag: 'igorpro',
  states: () => ({
    root: [
      include('space'),
      [/#(?:define|elif|else|endif|if|ifdef|ifndef|include|pragma|undef)\b/i, Token.CommentPreproc],
      [/(#)([A-Za-z]\w*)/, [Token.Punctuation, Token.Name]],
      [/[A-Za-z]\w*?function\w*|function\w*/i, Token.KeywordDeclaration, 'function'],
      [new RegExp(`(?:${DECLARATION})\\b`, 'i'), Token.KeywordDeclaration, 'declaration'],
      [/(\/wave)(=)([A-Za-z]\w*)/i, [Token.KeywordPseudo, Token.Punctuation, Token.NameVariable]],
      [/[vsw]_[A-Za-z]\w*(?![\w\u0080-\uffff])/i, Token.NameConstant],
      [
        /[A-Za-z]\w*(?![\w\u0080-\uffff])/,
        (lexing, [word]) => lexing.token(WORDS.get(word.toLowerCase()) ?? Token.Name, word),
      ],
      include('literals'),
      [/[-!#$%&*+/:<=>?^|~]/, Token.Operator],
      [/[(),.;[\]{}]/, Token.Punctuation],
    ],
    space: [
      [/\s+|\\\n/, Token.Text],
      [/(\/{3,}[^\S\n]*)(@\w+)([^\n]*)/, [Token.Comment, Token.CommentSpecial, Token.Comment]],
      [/\/\/[^\n]*/, Token.Comment],
    ],
    'space in line': [[/[^\S\n]+|\\\n/, Token.Text]],
    literals: [
      [/"/, Token.StringDouble, 'string'],
      [/'[^']*'/, Token.StringSingle],
      [/0x[\da-f]+/i, Token.NumberFloat],
      [/\d+\.\d+(?:e[-+]?\d+)?/, Token.NumberHex],
      [/\d+(?:_\d+)*/, Token.NumberInteger],
    ],
    string: [
      [/[^"%\\]+/, Token.String],
      [/%[\dbcdeEfgGiosuxX]/, Token.StringOther],
      [/%/, Token.String],
      [/\\["\\]?/, Token.StringEscape],
      [/"/, Token.StringDouble, '#pop'],
    ],
    function: [
      [/\/\w+/, Token.KeywordPseudo],
      include('space in line'),
      [/[A-Za-z]\w*/, Token.NameFunction, ['#pop', 'parameters']],
      [/\(/, Token.Punctuation, ['#pop', 'parameters']],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    parameters: [
      include('space in line'),
      [/[A-Za-z]\w*/, Token.NameVariable],
      [/[(,=[\]]/, Token.Punctuation],
      [/\d+/, Token.NumberInteger],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    declaration: [
      [/\/[A-Za-z]+/, Token.KeywordPseudo],
      include('space in line'),
      [/\d+/, Token.NumberInteger],
      [/[A-Za-z]\w*/, Token.NameVariable],
      [/[,[\]]/, Token.Punctuation],
      [/=/, Token.Punctuation, 'value'],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    value: [
      include('space in line'),
      [/(?=\d)/, Token.Text, '#pop'],
      [/"/, Token.StringDouble, 'string'],
      [/\([^)\n]*\)/, Token.Generic, '#pop'],
      [/[^\s"(][^\s(]*/, Token.Generic, '#pop'],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
  }),
});
