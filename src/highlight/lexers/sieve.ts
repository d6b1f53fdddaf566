import { between, defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [Token.Keyword, 'else elsif if require stop'],
  [
    Token.NameFunction,
    `addflag addheader deleteheader discard enclose ereject extracttext fileinto keep notify redirect reject removeflag replace
    setflag vacation`,
  ],
  [
    Token.NameVariable,
    `address allof anyof body currentdate date exists false hasflag header mailboxexists metadata metadataexists not
    notify_method_capability servermetadata servermetadataexists size spamtest true valid_notify_method virustest`,
  ],
);

/** Sieve: filters for mails. */
export const sieve = defineLexer({
  tag: 'sieve',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/#[^\n]*/, Token.CommentSingle],
      [between(/\/\*/, '*/'), Token.CommentMultiline],
      [/"/, Token.StringDouble, 'string'],
      [/:[A-Za-z_]\w*/, Token.Operator],
      // A number is one only with its unit.
      [/\d{1,30}[KMG]/, Token.NumberInteger],
      [/[A-Za-z_]\w*/, byWord(WORDS, Token.NameOther)],
      [/[(),;[\]{}]/, Token.Punctuation],
    ],
    string: [
      [/"/, Token.StringDouble, '#pop'],
      [/\\./, Token.StringEscape],
      [/\$\{(?:\d{1,200}|[A-Za-z_][\w.]{0,200})\}/, Token.StringInterpol],
      [/[^"\\\n$]+|\$/, Token.StringDouble],
    ],
  }),
});
