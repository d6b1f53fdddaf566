import { unicode } from '../engine/ruby-reading.ts';
import { defineLexer, include, type Rule } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [Token.Keyword, 'break continue elif else endforeach endif false foreach if true'],
  [Token.NameBuiltin, 'build_machine host_machine meson target_machine'],
);

const FUNCTIONS = wordTable([
  Token.NameBuiltin,
  `add_global_arguments add_global_link_arguments add_languages add_project_arguments add_project_link_arguments
  add_test_setup assert benchmark both_libraries build_target configuration_data configure_file custom_target
  declare_dependency dependency disabler environment error executable files find_library find_program generator
  get_option get_variable gettext import include_directories install_data install_headers install_man install_subdir
  is_disabler is_variable jar join_paths library message option project run_command set_variable shared_library
  shared_module static_library subdir subdir_done subproject summary test vcs_tag warning`,
]);

/** Escapes of Python; what is none stays a backslash. */
const ESCAPE: Rule<undefined> = [
  /\\(?:[\\'"abfnrtv\n]|N\{[^}\n]*\}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}|[0-7]{1,3})/,
  Token.StringEscape,
];

/** Meson's build files. */
export const meson = defineLexer({
  tag: 'meson',
  states: () => ({
    root: [
      [/\s+|\\/, Token.Text],
      [/#[^\n]*\n?/, Token.CommentSingle],
      [/'''/, Token.String, 'long'],
      [/(f)(''')/i, [Token.StringAffix, Token.String], 'long format'],
      [/(f)(')/i, [Token.StringAffix, Token.String], 'format'],
      [/'/, Token.String, 'short'],
      [/0x[\da-fA-F]+/, Token.NumberHex],
      [/0b[01]+/, Token.NumberBin],
      [/0o[0-7]+/, Token.NumberOct],
      [/\d+/, Token.NumberInteger],
      [/(?:and|in|not|or)\b/, Token.OperatorWord],
      // The name of an argument, which has no digits; of another word before a colon the last letter is apart.
      [/[A-Za-z_]+(?=\s*:)/, Token.Name],
      [/[A-Za-z_]\w*\s*(?=\()/, byWord(FUNCTIONS, Token.Name)],
      [unicode`[\p{L}_][\p{L}\p{M}\p{Nd}_]*(?!\s*:)`, byWord(WORDS, Token.Name)],
      [/[+/=!<>]=|[-+*/%=<>]/, Token.Operator],
      [/[()[\]{},;:.]/, Token.Punctuation],
    ],
    long: [[/'''/, Token.String, '#pop'], ESCAPE, [/[^'\\]+|['\\]/, Token.String]],
    short: [[/'(?!'')/, Token.String, '#pop'], ESCAPE, [/'''|[^'\\]+|\\(?=.)/s, Token.String]],
    format: [
      [/'(?!'')/, Token.String, '#pop'],
      ESCAPE,
      [/@/, Token.StringInterpol, 'name'],
      [/'''|[^'\\@]+|\\(?=.)/s, Token.String],
    ],
    'long format': [
      [/'''/, Token.String, '#pop'],
      ESCAPE,
      [/@/, Token.StringInterpol, 'name'],
      [/[^'\\@]+|['\\]/, Token.String],
    ],
    name: [[/@/, Token.StringInterpol, '#pop'], include('root')],
  }),
});
