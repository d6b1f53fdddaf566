import { between, defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const states = (): States<undefined> => ({
  root: [
    [/\s+/, Token.Whitespace],
    [between(/[;#]/, '\n'), Token.Comment],
    [/([\w.-]+)(\s*)(=)/, [Token.NameProperty, Token.Whitespace, Token.Punctuation], 'value'],
    [/\[[^\n\]]{0,300}\]/, Token.NameNamespace],
    [/\\\n/, Token.StringEscape],
    // What is neither a key nor a section is taken for an attribute, word by word.
    [/[\w.-]+:?|[^\s\w.-]/, Token.NameAttribute],
  ],
  value: [
    [/\n/, Token.Text, '#pop'],
    [/\\\n/, Token.StringEscape],
    [/\s+/, Token.Whitespace],
    [between(/[;#]/, '\n'), Token.Comment],
    [/"/, Token.String, 'string'],
    [/'[^'\n]*'/, Token.String],
    [/\\[^\n]/, Token.StringEscape],
    [/[^\\\n]+/, Token.String],
  ],
  string: [
    [/\\[^\n]/, Token.StringEscape],
    [/"/, Token.String, '#pop'],
    [/[^"\\]+/, Token.String],
  ],
});

/** INI files and their kin. */
export const ini = defineLexer({ tag: 'ini', states });
