import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, include, once, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { shell } from './shell.ts';

const toShell = (lexing: Lexing<undefined>, match: RegExpExecArray): void => lexing.delegate(shell, match[0]);

function continueLine(lexing: Lexing<undefined>): void {
  lexing.delegate(shell, '\\');
  lexing.delegate(shell, '\n');
}

const FUNCTION_CALL =
  /(\$[({])(abspath|add(?:suf|pre)fix|and|basename|call|dir|error|eval|file|filter(?:-out)?|findstring|firstword|flavor|foreach|if|join|lastword|notdir|or|origin|patsubst|realpath|shell|sort|strip|subst|suffix|value|warning|wildcard|words?|wordlist)(\s+)/;

function exported(lexing: Lexing<undefined>, match: RegExpExecArray): void {
  lexing.groups(match, Token.Keyword, Token.Text);
  for (const part of (match[3] ?? '').split(/(\s+)/))
    lexing.token(/^\s/.test(part) ? Token.Text : Token.NameVariable, part);
}

/** What a value is given to; an expression may be a part of it. Atomic, as a shorter name could not be followed by what has to follow. */
const NAME = String.raw`(?=([\w.(){}$-]{1,200}))\1`;

const states = (): States<undefined> => ({
  root: [
    [/\s+/, Token.Text],
    [once(/#[^\n]*\n/, '#'), Token.Comment],
    [/([s-]?include)((?:[ \t]+[^\s#]+)+)/, [Token.Keyword, Token.StringOther]],
    [/(ifn?(?:eq|def))([ \t]+)([^#\n]+)/, [Token.Keyword, Token.Text, Token.NameVariable]],
    [/(?:else|endif|endef|endfor)[ \t]*(?=[#\n])/, Token.Keyword],
    [/(else)([ \t]+)(?=ifn?(?:eq|def)[ \t])/, [Token.Keyword, Token.Text]],
    [/(unexport|define)([ \t]+)([^#\n]+)/, [Token.Keyword, Token.Text, Token.NameVariable]],
    [/(export)([ \t]+)([\w(){}$ \t-]+)(?=\n)/, exported],
    [/export[ \t]+/, Token.Keyword],
    [/(override)([ \t]+)(?=define\b|[\w.(){}$-]{1,200}[ \t]{0,200}[:?+!]?=)/, [Token.NameBuiltin, Token.Text]],
    [new RegExp(`${NAME}([ \\t]{0,200})([:?+!]?=)`), [Token.NameVariable, Token.Text, Token.Operator], 'value'],
    [/(?=([^\n:]{1,300}))\1(:+)([ \t]*)/, [Token.NameLabel, Token.Operator, Token.Text], ['recipe', 'prerequisites']],
    [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.StringDouble],
    [once(/'(?:\\.|[^'\\])*'/s, "'"), Token.StringSingle],
    [FUNCTION_CALL, [Token.NameFunction, Token.NameBuiltin, Token.Text], 'call'],
    [/[\w.(){}][abcf-hj-np-rtv-zA-Z\d_.(){}]*|[^\s"'$#\w.(){}-]+/, Token.Error],
  ],
  prerequisites: [
    [/\n/, Token.Text, '#pop'],
    [/#/, Token.Comment],
    [/\\./s, Token.Text],
    [/,/, Token.Punctuation],
    [/[^\\\n#,]+/, Token.NameFunction],
    [/\\/, Token.NameFunction],
  ],
  /** A recipe ends at the first line that neither starts with a tab nor is a condition. */
  recipe: [
    [/(\t[\t ]*)([@-]?)/, [Token.Text, Token.Punctuation], 'command'],
    [
      /(ifn?(?:eq|def))([ \t]+)([^#\n]+)(?=[#\n]|(?!.))/,
      [Token.Keyword, Token.Text, Token.NameVariable],
      'rest of line',
    ],
    [/(else|endif)([ \t]*)(?=[#\n])/, [Token.Keyword, Token.Text], 'rest of line'],
    // What a recipe leaves open does not go on behind it, as it does behind a value.
    [/(?=.)/s, (lexing) => lexing.forget(shell), '#pop'],
  ],
  'rest of line': [
    [/#[^\n]*/, Token.Comment],
    [/\n/, Token.Text, '#pop'],
  ],
  command: [[/\n/, Token.Text, '#pop'], include('shell')],
  value: [[/\n/, Token.Text, '#pop'], include('shell')],
  shell: [
    [/\\\n/, continueLine],
    // Two dollars are one for the shell; a bracket after them still opens an expression.
    [/\$\$?[({]/, Token.Punctuation, 'expression'],
    // A bracket ends even a comment.
    [/(?:[^\\\n$(){}]|\$(?!\$?[({]))+|[(){}]|\\[^\n]?/, toShell],
  ],
  call: [[/\(/, toShell, '#push'], include('expression')],
  expression: [
    [/[)}]/, Token.Punctuation, '#pop'],
    [/\n/, Token.Text],
    [/\\\n/, continueLine],
    [/\$\$?[({]/, Token.Punctuation, 'expression'],
    [/(?:[^\\\n$(){}]|\$(?!\$?[({]))+|\\[^\n]?|[{(]/, toShell],
  ],
});

/** Makefiles. */
export const make = defineLexer({ tag: 'make', states });
