import { before, defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/**
 * The intermediate language of GHC, Core, as it is dumped. A definition begins at the start of a line, if an equals sign or two colons
 * follow anywhere, and goes on over lines that are indented.
 */
export const ghcCore = defineLexer({
  tag: 'ghc-core',
  states: () => ({
    root: [
      [/\n/, Token.Text],
      [/^=====[^\n]*=====$/, Token.GenericHeading],
      [/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ UTC$/, Token.CommentSingle],
      [/^Result size of [^=]{1,200}?\n\s{1,9}= \{[^}]{0,500}\}/, Token.CommentMultiline],
      [/--[^\n]*/, Token.CommentSingle],
      [/\[/, Token.CommentSpecial, 'information'],
      [/(Rec)(\s*)(\{)/, [Token.Keyword, Token.Text, Token.Punctuation]],
      [/(end)(\s*)(Rec)(\s*)(\})/, [Token.Keyword, Token.Text, Token.Keyword, Token.Text, Token.Punctuation]],
      [/^"[^"]*"/, Token.NameLabel, 'definition'],
      [before(/^(?!(?:=|::)(?:\s|$))\S+/, '='), Token.NameFunction, 'definition'],
      [before(/^(?!::(?:\s|$))\S+/, '::'), Token.NameFunction, 'definition'],
      [/./, Token.Text],
    ],
    information: [
      [/\[/, Token.CommentSpecial, '#push'],
      [/\]/, Token.CommentSpecial, '#pop'],
      [/[^[\]]+/, Token.CommentSpecial],
    ],
    definition: [
      [/\n(?=\S)/, Token.Text, '#pop'],
      [/[ \n]/, Token.Text],
      // Types in brackets go up to the last bracket that no equals sign precedes.
      [/\[[^=]{0,2000}\]/, Token.KeywordType],
      [/\[/, Token.CommentSpecial, 'information'],
      [/"(?:\\.|[^"\\\n]){0,2000}"#/, Token.String],
      [/'[^'\n]'#/, Token.StringChar],
      [/case|forall|join|let(?:rec)?|of/, Token.Keyword],
      [/__DEFAULT/, Token.NameConstant],
      // The name of a package, which takes everything before it in its line.
      [/([a-z][^\n]{0,200}?\d+\.\d+\.\d+)(:)(?=\S)/, [Token.NameNamespace, Token.Punctuation]],
      [/\d+\.\d+#*/, Token.NumberFloat],
      [/\d+#*/, Token.NumberInteger],
      [/->|=>|::|[=@\\]/, Token.Operator],
      [/[(),.;{}]/, Token.Punctuation],
      [/[A-Z][^\s(),.{}]*/, Token.KeywordType],
      [/[^\s(),.{}]+/, Token.NameVariable],
    ],
  }),
});
