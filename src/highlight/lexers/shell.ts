import type { Lexing } from '../engine/lexing.ts';
import { type PatternText, unicode } from '../engine/ruby-reading.ts';
import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const KEYWORDS = 'if fi else while in do done for then return function select continue until esac elif';

const BUILTINS =
  'alias arch awk b2sum base32 base64 basename bg bind break builtin caller cat cd chcon chgrp chmod chown chroot cksum comm ' +
  'command compgen complete cp csplit cut date dd declare df dir dircolors dirname dirs disown du echo enable env eval exec exit ' +
  'expand export expr factor false fc fg fmt fold getopts grep groups gunzip gzip hash head help history hostid hostname id ' +
  'install jobs join kill let link ln local logname logout ls mapfile md5sum mkdir mkfifo mknod mktemp mv nice nl nohup nproc ' +
  'numfmt od paste pathchk popd pr printenv printf ptx pushd pwd read readlink readonly realpath rm rmdir runcon sed seq set ' +
  'sha1sum sha224sum sha256sum sha384sum sha512sum shift shopt shred shuf sleep sort source split stat stdbuf stty sudo sum ' +
  'suspend sync tac tail tar tee test time timeout times touch tr trap true truncate tsort tty type typeset ulimit umask unalias ' +
  'uname unexpand uniq unlink unset uptime users vdir wait wc who whoami yes';

interface ShellData {
  /** The words that end the open here-documents, innermost last. */
  readonly heredocs: string[];
}

const WORD = '[\\p{L}\\p{M}\\p{N}_]';

/** Words end at a word boundary, and white space before a further word belongs to them. */
const wordsWithSpace = (list: string, after = ''): PatternText =>
  unicode`(?:${list.replaceAll(' ', '|')})(?!${WORD})(?:\s+(?=${WORD}))?${after}`;

function beginHeredoc(lexing: Lexing<ShellData>, match: RegExpExecArray): void {
  const [, operator = '', space = '', quote = '', backslash = '', word = ''] = match;
  lexing.token(Token.Operator, operator);
  lexing.token(Token.Text, space);
  lexing.token(Token.StringHeredoc, quote + backslash);
  lexing.token(Token.NameConstant, word);
  lexing.token(Token.StringHeredoc, quote);
  lexing.data.heredocs.push(word);
}

function endHeredoc(lexing: Lexing<ShellData>, match: RegExpExecArray): void {
  const [line, word = ''] = match;
  if (word !== lexing.data.heredocs.at(-1)) {
    lexing.token(Token.StringHeredoc, line);
    return;
  }
  lexing.token(Token.NameConstant, line);
  lexing.data.heredocs.pop();
  lexing.pop();
}

const states = (): States<ShellData> => ({
  root: [include('basic'), [/`/, Token.StringBacktick, 'backticks'], include('data'), include('interpolation')],
  basic: [
    [/#[^\n]*/, Token.Comment],
    [/\bcase\b/, Token.Keyword, 'case'],
    [wordsWithSpace(KEYWORDS), Token.Keyword],
    [wordsWithSpace(BUILTINS, '(?![.-])'), Token.NameBuiltin],
    [/\.(?=\s)/, Token.NameBuiltin],
    [/(\w+)(=)/, [Token.NameVariable, Token.Operator]],
    [/--?[\w-]+/, Token.NameTag],
    [/<<</, Token.Operator],
    [/(<<-?)(\s*)(['"]?)(\\?)(\w+)(\3)/, beginHeredoc, 'heredoc'],
    [/[[\]{}()!=>]|&&|\|\|/, Token.Operator],
  ],
  data: [
    [/\\./u, Token.StringEscape],
    [/\\/, Token.StringEscape],
    [/\$?"/, Token.StringDouble, 'double'],
    [/\$'/, Token.StringSingle, 'ansi'],
    [/'/, Token.StringSingle, 'single'],
    [/\*/, Token.Keyword],
    [/;+/, Token.Punctuation],
    [/[^=*\s{}()$"'`\\;<]+/, Token.Text],
    [/\s+/, Token.Text],
    [/</, Token.Text],
  ],
  interpolation: [
    [/\$\(\(/, Token.Keyword, 'math'],
    [/\$\(/, Token.StringInterpol, 'command'],
    [/\$\{#?/, Token.Keyword, 'curly'],
    [/\$#?(?:\w+|.)/u, Token.NameVariable],
  ],
  double: [
    // A dollar sign just before the closing quote is only itself.
    [/(?:\$#?)?"/, Token.StringDouble, '#pop'],
    [/`/, Token.StringBacktick, 'backticks'],
    include('interpolation'),
    [/\\.?/u, Token.StringEscape],
    [/[^"`\\$]+/, Token.StringDouble],
  ],
  single: [
    [/[^']+/, Token.StringSingle],
    [/'/, Token.StringSingle, '#pop'],
  ],
  ansi: [
    [/\\./u, Token.StringEscape],
    [/[^\\']+/, Token.StringSingle],
    [/'/, Token.StringSingle, '#pop'],
  ],
  backticks: [[/`/, Token.StringBacktick, '#pop'], include('root')],
  command: [[/\)/, Token.StringInterpol, '#pop'], [/\(/, Token.Operator, 'parentheses'], include('root')],
  parentheses: [[/\(/, Token.Operator, '#push'], [/\)/, Token.Operator, '#pop'], include('root')],
  curly: [
    [/\}/, Token.Keyword, '#pop'],
    [/:-/, Token.Keyword],
    [/\w+/, Token.NameVariable],
    [/[^}:"`'$]+/, Token.Punctuation],
    include('root'),
  ],
  math: [
    [/\)\)/, Token.Keyword, '#pop'],
    [/[-+*/%^|&]/, Token.Operator],
    [/\d+(?:#\w+)?/, Token.Number],
    include('root'),
  ],
  case: [
    [/\besac\b/, Token.Keyword, '#pop'],
    [/\|/, Token.Punctuation],
    [/\)/, Token.Punctuation, 'branch'],
    include('root'),
  ],
  branch: [[/;;/, Token.Punctuation, '#pop'], include('root')],
  heredoc: [
    [/^\s*(\w+)\s*\n/, endHeredoc],
    // Empty lines are of one piece: they would else be read again from each of them.
    [/^\s*\n/, Token.StringHeredoc],
    include('interpolation'),
    [/\\.?/u, Token.StringEscape],
    [/[^$\\\n]+/, Token.StringHeredoc],
    [/[\n$]/, Token.StringHeredoc],
  ],
});

/** The shells: bash, sh, zsh, ksh. */
export const shell = defineLexer({ tag: 'shell', states, data: (): ShellData => ({ heredocs: [] }) });
