import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { IDL_ROUTINES } from './idlang-words.ts';

const KEYWORDS = new Set(
  `and begin break case continue do else end endcase endelse endfor endforeach endif endrep endswitch endwhile eq
    for foreach ge goto gt if inherits le lt mod ne not of or repeat return struct switch then until while xor`.split(
    /\s+/,
  ),
);

const SETTINGS = new Map<string, Token>([
  ['compile_opt', Token.NameDecorator],
  ['common', Token.KeywordReserved],
  ['forward_function', Token.KeywordReserved],
]);

function kindOf(word: string): Token {
  if (KEYWORDS.has(word)) return Token.Keyword;
  return SETTINGS.get(word) ?? (IDL_ROUTINES.has(word) ? Token.NameBuiltin : Token.Name);
}

/** IDL, the language for interactive data analysis. */
export const idlang = defineLexer({
  tag: 'idlang',
  states: () => ({
    root: [
      [/\s+/, Token.Whitespace],
      [/;[^\n]*/, Token.CommentSingle],
      [/(pro|function)(\s+)/i, [Token.Keyword, Token.Whitespace], 'routine'],
      [/([a-z_]\w*)(\.)([^\s,]*)/i, [Token.Name, Token.Operator, Token.Name]],
      [/[a-z_]\w*/i, (lexing, [word]) => lexing.token(kindOf(word.toLowerCase()), word)],
      [/'[\da-f]+'x[bsul]*/i, Token.NumberHex],
      [/"[0-7]+o?/i, Token.NumberOct],
      [/"[^"]*"?/, Token.StringDouble],
      [/'/, Token.StringSingle, 'string'],
      [/![a-z_]\w*/i, Token.NameVariableGlobal],
      [/-?(?:\d+\.\d*|\.\d+)(?:[ed][-+]\d+)?|-?\d+[ed][-+]\d+/i, Token.NumberFloat],
      [/\d+[bslu]?/i, Token.NumberInteger],
      [/->|\|\||>=|[-#*+/<=?@^{}~]/, Token.Operator],
      [/,\s*,/, Token.Error],
      [/[$&(),:]/, Token.Punctuation],
    ],
    routine: [
      [/\s+/, Token.Whitespace],
      [/;[^\n]*/, Token.CommentSingle],
      [/[:$]/, Token.Operator],
      [/\w+/, Token.NameFunction],
      [/,/, Token.Operator, '#pop'],
    ],
    string: [
      [/''/, Token.StringEscape],
      [/[^']+/, Token.StringSingle],
      [/'/, Token.StringSingle, '#pop'],
    ],
  }),
});
