import { unicode } from '../engine/ruby-reading.ts';
import { type Action, between, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, type WordTable } from '../engine/word-table.ts';
import { PROPERTIES, VALUES } from './css-words.ts';

const interpolation: Rule<undefined> = [/#\{/, Token.StringInterpol, 'interpolation'];

const tableOf = (words: Iterable<string>, token: Token): WordTable => new Map([...words].map((word) => [word, token]));

const valueWords: WordTable = new Map([
  ...tableOf([...VALUES, 'px'], Token.NameBuiltin),
  ...tableOf(['true', 'false'], Token.NameBuiltinPseudo),
]);

const strings: readonly Rule<undefined>[] = [
  [/"/, Token.StringDouble, 'double'],
  [/'/, Token.StringSingle, 'single'],
];

/** Values, until what ends them: the caller says what that is. */
export const valueRules: readonly Rule<undefined>[] = [
  [/[ \t]+/, Token.Text],
  [/url\(/, Token.StringOther, 'url'],
  [/\$[\w-]+/, Token.NameVariable],
  [/%[A-Za-z][\w-]*/, Token.NameDecorator],
  interpolation,
  [/[\w-]+(?=\s*\()/, Token.NameFunction],
  // A hyphen ends these words: the `not` of `not-allowed` is one.
  [unicode`(?:and|or|not)(?![\w\p{L}])`, Token.OperatorWord],
  [/#[a-zA-Z\d]{1,6}/, Token.NumberHex],
  [/-?\d+(?:[a-z]+|%)?/, Token.Number],
  [/-?\.\d+(?:[a-z]+|%)?/, Token.NumberInteger],
  ...strings,
  [/[A-Za-z_][\w-]*/, byWord(valueWords, Token.Name)],
  [/[~^*!&%<>|+=@:,./?-]+/, Token.Operator],
  [/[[\]()]+/, Token.Punctuation],
];

/** Selectors, likewise. */
export const selectorRules: readonly Rule<undefined>[] = [
  [/[ \t]+/, Token.Text],
  interpolation,
  [/(?:::?)[\w-]*/, Token.NameDecorator],
  [/\./, Token.NameClass, 'class'],
  [/#[\w-]*/, Token.NameNamespace],
  [/%[\w-]*/, Token.NameVariable],
  [/[\w-]+/, Token.NameTag],
  [/&/, Token.Keyword],
  ...strings,
  [/[~^*!&[\]()<>|+=@:,./?]/, Token.Operator],
];

/** The name of a property, up to its value. */
export const attributeRules: readonly Rule<undefined>[] = [
  [/[\w-]+/, byWord(tableOf(PROPERTIES, Token.NameLabel), Token.NameAttribute)],
  interpolation,
  [/([ \t]*)(:)/, [Token.Text, Token.Punctuation], ['#pop', 'value']],
];

/** How a line or a declaration begins, in both syntaxes. */
export const beginnings: readonly Rule<undefined>[] = [
  [unicode`@import(?![\w\p{L}])`, Token.Keyword, 'import'],
  [unicode`@for(?![\w\p{L}])`, Token.Keyword, 'for'],
  [/@(?:debug|warn|if|else|while|each|return|media)/, Token.Keyword, 'value'],
  [/(@(?:mixin|function))( [\w-]+)/, groupsWithSpace(Token.NameFunction), 'value'],
  [/(@include)( [\w-]+)/, groupsWithSpace(Token.NameDecorator), 'value'],
  [/@[\w-]+/, Token.Keyword, 'selector'],
  [/(\$[\w-]+)([ \t]*)(:)/, [Token.NameVariable, Token.Text, Token.Punctuation], 'value'],
];

function groupsWithSpace(kind: Token): Action<undefined> {
  return (lexing, [, keyword = '', name = '']) => {
    lexing.token(Token.Keyword, keyword);
    lexing.token(Token.Text, ' ');
    lexing.token(kind, name.slice(1));
  };
}

/** What both syntaxes share beside the rules above. */
export const commonStates: States<undefined> = {
  class: [[/[\w-]+/, Token.NameClass], interpolation, [/(?=.)/s, Token.Text, '#pop']],
  for: [[/(?:from|to|through)(?![\w-])/, Token.OperatorWord], include('value')],
  interpolation: [[/\}/, Token.StringInterpol, '#pop'], include('end'), ...valueRules],
  url: [interpolation, [/[^)#]+|#/, Token.StringOther], [/\)/, Token.StringOther, '#pop']],
  // The end of a line is a mistake in a string, escaped or not, and the string goes on.
  double: [[/"/, Token.StringDouble, '#pop'], interpolation, [/(?:\\.|\\$|[^\\"#\n]|#(?!\{))+/, Token.StringDouble]],
  single: [[/'/, Token.StringSingle, '#pop'], interpolation, [/(?:\\.|\\$|[^\\'#\n]|#(?!\{))+/, Token.StringSingle]],
};

export const blockComment: Rule<undefined> = [between(/\/\*/, '*/'), Token.CommentMultiline];
