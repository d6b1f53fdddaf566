import { defineLexer, include } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const BUILTINS = wordTable([
  Token.NameBuiltin,
  `abs absent avg_over_time ceil changes clamp_max clamp_min count_over_time count_scalar day_of_month day_of_week
    days_in_month delta deriv drop_common_labels exp floor histogram_quantile holt_winters hour idelta increase irate
    label_replace ln log10 log2 max_over_time min_over_time month predict_linear quantile_over_time rate resets round
    scalar sort sort_desc sqrt stddev_over_time stdvar_over_time sum_over_time time vector year`,
]);

const AGGREGATIONS = wordTable(
  [Token.NameFunction, 'avg bottomk count count_values max min stddev stdvar sum topk'],
  [Token.Keyword, 'bool offset'],
);

/** PromQL, the queries of Prometheus. */
export const prometheus = defineLexer({
  tag: 'prometheus',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/#[^\n]*/, Token.Comment],
      include('strings'),
      [/-?\d+\.\d+/, Token.NumberFloat],
      [/-?(?:\d+[smhdwy])+/, Token.NumberInteger],
      [/-?\d+/, Token.NumberInteger],
      // Even at the beginning of a longer word.
      [/and|or|unless/, Token.Operator],
      [/(?:by|without)\b/, Token.Keyword, 'labels'],
      [/(ignoring|on)(\()/, [Token.KeywordPseudo, Token.Punctuation], 'labels'],
      [/(group_left|group_right)(\()/, [Token.KeywordType, Token.Punctuation]],
      // A colon, which may stand in names, ends these.
      [new RegExp(`(?:${[...AGGREGATIONS.keys()].join('|')})\\b`), byWord(AGGREGATIONS, Token.Name)],
      [/[A-Za-z_:][\w:]*/, byWord(BUILTINS, Token.Name)],
      [/\{/, Token.Punctuation, 'matchers'],
      [/==|!=|>=|<=|[-+*/%^<>=]/, Token.Operator],
      [/[()[\],.]/, Token.Punctuation],
    ],
    strings: [
      [/"/, Token.StringDouble, 'double'],
      [/'/, Token.StringSingle, 'single'],
      [/`(?:\\.|[^`\\\n]){0,500}`/, Token.StringBacktick],
    ],
    double: [
      [/"/, Token.StringDouble, '#pop'],
      [/\\[\\"bfnrt]/, Token.StringEscape],
      [/[^"\\]+/, Token.StringDouble],
    ],
    single: [
      [/'/, Token.StringSingle, '#pop'],
      [/\\[\\']/, Token.StringEscape],
      [/[^'\\]+/, Token.StringSingle],
    ],
    labels: [
      [/\s+/, Token.Text],
      [/[\w:-]+/, Token.NameAttribute],
      [/[(,]/, Token.Punctuation],
      [/\)/, Token.Punctuation, '#pop'],
    ],
    matchers: [
      [/[ \t\r]+/, Token.Text],
      [/[\w:-]+/, Token.NameAttribute],
      [/=~|!~|!=|=/, Token.Operator],
      include('strings'),
      [/,/, Token.Punctuation],
      [/\}/, Token.Punctuation, '#pop'],
    ],
  }),
});
