import { closedBy } from '../engine/closed-by.ts';
import type { Lexing } from '../engine/lexing.ts';
import { between, defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, type WordTable, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.KeywordDeclaration,
    `abstract const extends final implements native private protected public static strictfp super synchronized throws
    transient volatile class interface trait enum record`,
  ],
  [
    Token.Keyword,
    `as assert break case catch continue default do else finally for goto if in instanceof new return switch this throw try
    while`,
  ],
  [Token.KeywordType, 'boolean byte char def double float int long short var void'],
  [Token.KeywordConstant, 'false null true'],
);

/** What is called after words at the start of a line is taken for a method that is declared. */
const DECLARED =
  /(?<=^[ \t]*)((?:[A-Za-z_][\w.[\]]{0,200}\s{1,200})(?:[\w.[\]]{1,200}\s{1,200}){0,20}?)([A-Za-z_]\w*)(\s*)(\()/;

function declare(lexing: Lexing<undefined>, match: RegExpExecArray): void {
  lexing.recurse(match[1] ?? '');
  lexing.token(Token.NameFunction, match[2] ?? '');
  lexing.token(Token.Text, match[3] ?? '');
  lexing.token(Token.Operator, '(');
  // The name of a class is still to come, as its keyword was among the words.
  if (/\b(?:class|interface|trait|enum|record)\s+$/.test(match[1] ?? '')) lexing.push('class');
}

/** The states of Groovy, whose own words may be more. */
export function groovyStates(more: WordTable = new Map()): States<undefined> {
  const words = new Map([...WORDS, ...more]);
  return {
    root: [
      [/\s+/, Token.Text],
      [DECLARED, declare],
      [/\/\/[^\n]*/, Token.CommentSingle],
      [/\/\*/, closedBy(/.*?\*\//s, Token.CommentMultiline, Token.Operator)],
      [/@[A-Za-z_][\w.]*/, Token.NameDecorator],
      [/(?:class|interface|trait|enum|record)\b/, Token.KeywordDeclaration, 'class'],
      [/(?:package|import)\b/, Token.KeywordNamespace, 'import'],
      [between(/"""/, '"""'), Token.StringDouble],
      [between(/'''/, "'''"), Token.StringSingle],
      [/"(?:\\.|[^"\\\n]|(?<=\\)\n){0,1000}"/s, Token.StringDouble],
      [/"[^"\n]{0,1000}"/, Token.StringDouble],
      [/'(?:\\.|[^'\\\n]){0,1000}'/, Token.StringSingle],
      [/'[^'\n]{0,1000}'/, Token.StringSingle],
      [/\$\//, closedBy(/.*?\/\$/s, Token.String, Token.Operator)],
      [/\/(?:\\.|[^\\/\n]){0,1000}\//, Token.String],
      [/(\.)([A-Za-z_]\w*)/, [Token.Operator, Token.NameAttribute]],
      [/[A-Za-z_]\w*:/, Token.NameLabel],
      // A dollar ends a word: `this$0`.
      [new RegExp(`(?:${[...words.keys()].join('|')})(?=\\$)`), byWord(words, Token.Name)],
      [/[A-Za-z_$][\w$]*/, byWord(words, Token.Name)],
      [/\d+\.\d+(?:[eE]\d+)?[fd]?/, Token.NumberFloat],
      [/0x[\da-f]+/, Token.NumberHex],
      [/\d+L?/, Token.NumberInteger],
      [/[~^*!%&[\](){}<>|+=:;,./?-]/, Token.Operator],
    ],
    class: [
      [/\s+/, Token.Text],
      [/\w+/, Token.NameClass, '#pop'],
    ],
    import: [
      [/\s+/, Token.Text],
      [/[\w.]+\*?/, Token.NameNamespace, '#pop'],
    ],
  };
}

/** Groovy; Jenkins' pipelines are written in it. */
export const groovy = defineLexer({ tag: 'groovy', states: () => groovyStates() });
