import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const CONSTANTS = [Token.KeywordConstant, 'true false null'] as const;
const NAME = /[a-zA-Z_$][\w-]*/;
const HCL_WORDS = wordTable(CONSTANTS);
const TERRAFORM_WORDS = wordTable(
  CONSTANTS,
  [Token.KeywordDeclaration, 'var local'],
  [Token.Keyword, 'data module output provider provisioner resource terraform variable'],
);

/** Rules that both languages share; what a string may hold is their own. */
const statesOf = (words: typeof HCL_WORDS): States<undefined> => ({
  literals: [
    [/(?:true|false|null)(?![\w-])/, Token.KeywordConstant],
    [/\d+\.\d+(?:[eE]\d+)?(?:[kKmMgG]b?)?/, Token.NumberFloat],
    [/\d+(?:[kKmMgG]b?)?/, Token.NumberInteger],
    [/"/, Token.StringDouble, 'double'],
    [/'/, Token.StringSingle, 'single'],
  ],
  values: [include('literals'), [NAME, byWord(words, Token.NameOther), 'operation']],
  space: [
    [/\s+/, Token.Text],
    [/(?:#|\/\/)[^\n]*/, Token.CommentSingle],
    [/\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/, Token.CommentMultiline],
  ],
  operators: [[/[-+*/%<>=!&|?:]/, Token.Operator]],
  brackets: [
    [/\{/, Token.Punctuation, 'block'],
    [/\[/, Token.Punctuation, 'list'],
  ],
  root: [include('space'), include('operators'), include('values'), include('brackets')],
  // After a name; every name enters it once more, and the engine leaves only so many at one place, as Rouge does.
  operation: [
    include('space'),
    include('operators'),
    include('values'),
    [/\{/, Token.Punctuation, ['#pop', 'block']],
    [/\[/, Token.Punctuation, ['#pop', 'list']],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  block: [
    [/\}/, Token.Punctuation, '#pop'],
    include('space'),
    [/[.,()*/=\\]/, Token.Punctuation],
    [/[-+%<>!&|?:]/, Token.Operator],
    include('values'),
    include('brackets'),
  ],
  list: [
    [/\]/, Token.Punctuation, '#pop'],
    include('space'),
    [/[.,()*/\\]/, Token.Punctuation],
    include('operators'),
    include('values'),
    include('brackets'),
  ],
});

const hclStates = (): States<undefined> => ({
  ...statesOf(HCL_WORDS),
  double: [
    [/\\"/, Token.StringEscape],
    [/"/, Token.StringDouble, '#pop'],
    [/[^\\"]+/, Token.StringDouble],
  ],
  single: [
    [/\\'/, Token.StringEscape],
    [/'/, Token.StringSingle, '#pop'],
    [/[^\\']+/, Token.StringSingle],
  ],
});

const terraformStates = (): States<undefined> => ({
  ...statesOf(TERRAFORM_WORDS),
  text: [
    [/\\./, Token.StringEscape],
    [/\$\$+\{/, Token.String],
    [/\$\{/, Token.Punctuation, 'interpolation'],
  ],
  double: [include('text'), [/"/, Token.StringDouble, '#pop'], [/[^\\"$]+/, Token.StringDouble]],
  single: [include('text'), [/'/, Token.StringSingle, '#pop'], [/[^\\'$]+/, Token.StringSingle]],
  interpolation: [
    [/\}/, Token.Punctuation, '#pop'],
    [/\s+/, Token.Text],
    [/[.,()[\]]+/, Token.Punctuation],
    include('operators'),
    include('literals'),
    [NAME, byWord(TERRAFORM_WORDS, Token.NameOther)],
  ],
});

/** HashiCorp's configuration language. As in Rouge, the text of heredocs is read as code. */
export const hcl = defineLexer({ tag: 'hcl', states: hclStates });

/** HCL with Terraform's kinds of block, and with interpolations in strings. */
export const terraform = defineLexer({ tag: 'terraform', states: terraformStates });
