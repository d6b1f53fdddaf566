import { between, defineLexer, include, once, type Perform, type Rule } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { html } from './html.ts';
import { LASSO_WORDS } from './lasso-words.ts';

/** A word, after a slash also what looks like a number. The table has words in small letters, and case does not matter. */
const nameWord: Perform<undefined> = (lexing, match) => {
  const [, slash = '', word = ''] = match;
  lexing.token(Token.Punctuation, slash);
  lexing.token(LASSO_WORDS.get(word.toLowerCase()) ?? Token.NameOther, word);
};

const leaveToHtml: Perform<undefined> = (lexing, match) => lexing.delegate(html, match[0]);

/** What is HTML as a whole, so that a bracket in it opens nothing. */
const wholes: readonly Rule<undefined>[] = [
  [between(/<!--/, '-->'), leaveToHtml],
  [once(/<script.*?(?:script|style)>/is, '<script'), leaveToHtml],
  [once(/<style.*?(?:script|style)>/is, '<style'), leaveToHtml],
];

/** Lasso. Only a text that begins with code has no HTML before its first closing bracket. */
export const lasso = defineLexer({
  tag: 'lasso',
  states: () => ({
    root: [
      [/^#![ \S]+lasso9\b/, Token.CommentPreproc, 'lasso'],
      [/\s+/, Token.Whitespace],
      [/(?=[[<])/, Token.Text, 'delimiters'],
      [/(?=.)/, Token.Text, ['delimiters', 'file']],
    ],
    delimiters: [
      [/\[no_square_brackets\]/, Token.CommentPreproc, 'no square brackets'],
      [/\[noprocess\]/, Token.CommentPreproc, 'no process'],
      [/\[/, Token.CommentPreproc, 'square brackets'],
      [/<\?(?:lasso(?:script)?|=)/i, Token.CommentPreproc, 'angle brackets'],
      ...wholes,
      [/<?(?:[^[<]|<(?!!--|script|style|\?(?:lasso|=)))+|</i, leaveToHtml],
    ],
    'no square brackets': [
      [/<\?(?:lasso(?:script)?|=)/i, Token.CommentPreproc, 'angle brackets'],
      ...wholes,
      [/<?(?:[^<]|<(?!!--|script|style|\?(?:lasso|=)))+|</i, leaveToHtml],
    ],
    'no process': [
      [/\[\/noprocess\]/, Token.CommentPreproc, '#pop'],
      [/(?:[^[]|\[(?!\/noprocess\]))+/, leaveToHtml],
    ],
    'square brackets': [[/\]/, Token.CommentPreproc, '#pop'], include('lasso')],
    'angle brackets': [[/\?>/, Token.CommentPreproc, '#pop'], include('lasso')],
    file: [[/\]|\?>/, Token.CommentPreproc, '#pop'], include('lasso')],
    lasso: [
      [/\s+/, Token.Text],
      [/\/\/[^\n]*\n/, Token.CommentSingle],
      [between(/\/\*\*!/, '*/'), Token.CommentDoc],
      [between(/\/\*/, '*/'), Token.CommentMultiline],
      [/\d*\.\d+(?:e[-+]?\d+)?/i, Token.NumberFloat],
      [/0x[\da-f]+/i, Token.NumberHex],
      [/\d+/, Token.NumberInteger],
      [/(?:infinity|NaN)\b/i, Token.Number],
      [once(/'(?:\\.|[^\\'])*'/s, "'"), Token.StringSingle],
      [once(/"(?:\\.|[^\\"])*"/s, '"'), Token.StringDouble],
      [/`[^`]*`/, Token.StringBacktick],
      [/\$[a-z_][\w.]*/i, Token.NameVariable],
      [/#(?:[a-z_][\w.]*|\d+\b)/i, Token.NameVariableInstance],
      [/(\.\s*)('[a-z_][\w.]*')/i, [Token.NameBuiltinPseudo, Token.NameVariableClass]],
      [/(self)(\s*->\s*)('[a-z_][\w.]*')/i, [Token.NameBuiltinPseudo, Token.Operator, Token.NameVariableClass]],
      [/(\.\.?\s*)([a-z_][\w.]*(?:=(?!=))?)/i, [Token.NameBuiltinPseudo, Token.NameOther]],
      [/(->\\?\s*|&\s*)([a-z_][\w.]*(?:=(?!=))?)/i, [Token.Operator, Token.NameOther]],
      [/(?:self|inherited|currentcapture|givenblock)\b/i, Token.NameBuiltinPseudo],
      [/-(?!infinity)[a-z_][\w.]*/i, Token.NameAttribute],
      [/::\s*[a-z_][\w.]*/i, Token.NameLabel],
      [
        /(define)(\s+)([a-z_][\w.]*)(\s*=>\s*)(type|trait|thread)\b/i,
        [Token.KeywordDeclaration, Token.Text, Token.NameClass, Token.Operator, Token.Keyword],
      ],
      [
        /(define)(\s+)([a-z_][\w.]*)(\s*->\s*)([a-z_][\w.]*=?|[-+*/%])/i,
        [Token.KeywordDeclaration, Token.Text, Token.NameClass, Token.Operator, Token.NameFunction],
        'signature',
      ],
      [/(define)(\s+)([a-z_][\w.]*)/i, [Token.KeywordDeclaration, Token.Text, Token.NameFunction], 'signature'],
      [
        /(public|protected|private|provide)(\s+)([a-z_][\w.]*=?|[-+*/%])(?=\s*\()/i,
        [Token.Keyword, Token.Text, Token.NameFunction],
        'signature',
      ],
      [/(public|protected|private|provide)(\s+)([a-z_][\w.]*)/i, [Token.Keyword, Token.Text, Token.NameFunction]],
      [/(?:true|false|none|minimal|full|all|void)\b/i, Token.KeywordConstant],
      [/(?:local|var|variable|global|data(?=\s))\b/i, Token.KeywordDeclaration],
      [/([a-z_][\w.]*)(\s+)(in)\b/i, [Token.Name, Token.Text, Token.Keyword]],
      [/(?:and|or|not)\b/i, Token.OperatorWord],
      [/(let|into)(\s+)([a-z_][\w.]*)/i, [Token.Keyword, Token.Text, Token.Name]],
      [/([a-z_][\w.]*)(\s*::\s*[a-z_][\w.]*)?(\s*=(?!=|>))/i, [Token.Name, Token.NameLabel, Token.Operator]],
      [/(\/?)([\w.]+)/, nameWord],
      [/[-!%&*+/<=>?\\|]+|:=/, Token.Operator],
      [/[(),:;@^{}]/, Token.Punctuation],
    ],
    signature: [
      [/=>/, Token.Operator, '#pop'],
      [/\)/, Token.Punctuation, '#pop'],
      [/[(,]/, Token.Punctuation, 'parameter'],
      include('lasso'),
    ],
    parameter: [
      [/\)/, Token.Punctuation, '#pop'],
      [/-?[a-z_][\w.]*/i, Token.NameAttribute, '#pop'],
      [/\.\.\./, Token.NameBuiltinPseudo],
      include('lasso'),
    ],
  }),
});
