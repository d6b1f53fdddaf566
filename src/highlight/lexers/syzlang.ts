import { defineLexer, include } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `align breaks_returns dec define disabled hex ignore_return in incdir include inet inout oct opt out packed parent
    prog_timeout pseudo resource size syscall timeout type varlen`,
  ],
  [
    Token.KeywordType,
    `array bitsize bool16 bool32 bool64 bool8 boolptr buffer bytesize bytesize2 bytesize4 bytesize8 const csum filename flags
    fmt int16 int16be int32 int32be int64 int64be int8 int8be intptr len offsetof optional proc ptr ptr64 string stringnoz
    text vma vma64 void`,
  ],
);

/** The descriptions of system calls for syzkaller. In a pair of words the first is a name, and only the second may be a type. */
export const syzlang = defineLexer({
  tag: 'syzlang',
  // The bounds keep a long word that begins nothing from being read again at each of its characters.
  states: () => ({
    root: [
      include('space'),
      [/incdir|include/, Token.Keyword, 'include'],
      [/define/, Token.Keyword, ['define', 'any space']],
      [/resource/, Token.Keyword, ['values or end', 'resource', 'resource name']],
      [/(_)(\s+)(=)/, [Token.Keyword, Token.Text, Token.Punctuation], ['values', 'any space']],
      [/([A-Za-z_]\w{0,100})(\s{1,100})(=)/, [Token.Name, Token.Text, Token.Punctuation], ['values', 'any space']],
      [
        /([A-Za-z_]\w{0,100})(?:(\$)(\w{0,100}))?(\s{0,100})(\()/,
        [Token.NameFunction, Token.Punctuation, Token.NameFunctionMagic, Token.Text, Token.Punctuation],
        ['result', 'parameters'],
      ],
      [
        /([A-Za-z_]\w{0,100})(\s{0,100})([[{])/,
        [Token.Name, Token.Text, Token.Punctuation],
        ['attributes', 'members', 'any space'],
      ],
      [/type/, Token.Keyword, ['value', 'template', 'name']],
    ],
    space: [
      [/\s+/, Token.Text],
      [/#[^\n]*/, Token.Comment],
    ],
    // The space within a line. Its end ends the state, which has a rule for that before.
    'space in line': [
      [/[^\S\n]+/, Token.Text],
      [/#[^\n]*/, Token.Comment],
    ],
    include: [
      include('space'),
      [/(<)([^>]+)(>)/, [Token.Punctuation, Token.String, Token.Punctuation], '#pop'],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    define: [
      [/\n/, Token.Text, '#pop'],
      [/(#[^\n]*)(\n?)/, [Token.Comment, Token.Text]],
      [/[^\S\n]+/, Token.Text],
      include('literals'),
      [/[A-Za-z_]\w*/, Token.Name],
      [/[-!%&*+/:<>?^|~]/, Token.Operator],
      [/[(),;[\]{}]/, Token.Punctuation],
      [/(?=.)/, Token.Text, '#pop'],
    ],
    'resource name': [include('space'), [/([A-Za-z_]\w*)([^\S\n]*)/, [Token.Name, Token.Text], '#pop']],
    // Everything up to a bracket is an error.
    resource: [[/\[/, Token.Punctuation, ['#pop', 'list']]],
    'values or end': [
      include('space in line'),
      [/:/, Token.Punctuation, ['#pop', 'values', 'any space']],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    values: [
      [/\n/, Token.Text, '#pop'],
      include('space in line'),
      include('literals'),
      [/[A-Za-z_]\w*/, Token.Name],
      [/,/, Token.Punctuation, 'any space'],
      [/\./, Token.Punctuation],
      [/(?=.)/, Token.Text, '#pop'],
    ],
    'any space': [include('space'), [/(?=.)/, Token.Text, '#pop']],
    parameters: [
      include('space'),
      [/[A-Za-z_]\w*/, Token.Name, 'type'],
      [/[,.]/, Token.Punctuation],
      [/\)/, Token.Punctuation, '#pop'],
    ],
    result: [
      include('space in line'),
      [/[A-Za-z_]\w*/, Token.Name, ['#pop', 'call attributes']],
      include('call attributes'),
    ],
    'call attributes': [
      include('space in line'),
      [/\(/, Token.Punctuation, ['#pop', 'list']],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    // Space after an error is an error too.
    members: [
      [/[A-Za-z_]\w*/, Token.Name, ['any space', 'type']],
      [/\(/, Token.Punctuation, ['any space', 'list']],
      [/[\]}]/, Token.Punctuation, '#pop'],
    ],
    attributes: [include('space in line'), [/\[/, Token.Punctuation, ['#pop', 'list']], [/(?=.)/s, Token.Text, '#pop']],
    name: [include('space'), [/[A-Za-z_$][\w$]*/, Token.Name, '#pop'], [/(?=.)/, Token.Text, '#pop']],
    template: [
      [/\[/, Token.Punctuation, ['#pop', 'template names']],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    'template names': [
      include('space'),
      [/[A-Za-z_$][\w$]*/, Token.Name],
      [/,/, Token.Punctuation],
      [/\]/, Token.Punctuation, '#pop'],
    ],
    value: [
      include('space'),
      [/[[{]/, Token.Punctuation, ['#pop', 'attributes', 'members', 'any space']],
      [/(?=.)/, Token.Text, ['#pop', 'type']],
    ],
    type: [
      include('space'),
      [/(-?\d+)(:)(-?\d+)/, [Token.NumberInteger, Token.Punctuation, Token.NumberInteger], ['#pop', 'after type']],
      [/[A-Za-z_$][\w$]*/, byWord(WORDS, Token.Name), ['#pop', 'after type']],
      [/\[/, Token.Punctuation, ['#pop', 'list']],
      [/:/, Token.Punctuation, '#pop'],
      include('literals'),
      [/(?=.)/, Token.Text, '#pop'],
    ],
    'after type': [
      [/\[/, Token.Punctuation, 'list'],
      [/:/, Token.Punctuation, '#pop'],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    list: [
      include('space'),
      include('literals'),
      [/[A-Za-z_$][\w$]*/, byWord(WORDS, Token.Name)],
      [/[,:]/, Token.Punctuation],
      [/\[/, Token.Punctuation, 'list'],
      [/[)\]]/, Token.Punctuation, '#pop'],
    ],
    literals: [
      [/"[^"]*"/, Token.StringDouble],
      [/'[^']'/, Token.StringChar],
      [/`[^`]*`/, Token.StringBacktick],
      [/-?0x[\da-f]+/i, Token.NumberHex],
      [/-?\d+/, Token.NumberInteger],
    ],
  }),
});
