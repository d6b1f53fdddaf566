import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';
import { jinjaLexer } from './jinja.ts';

/** Twig: Jinja with words of its own. */
export const twig = jinjaLexer(
  'twig',
  wordTable(
    [
      Token.Keyword,
      `as autoescape block do else embed endautoescape endblock endembed endfilter endfor endif endmacro ends endsandbox
      endset endspaceless extends filter flush for from if import include macro sandbox set spaceless starts use with
      without`,
    ],
    [Token.KeywordPseudo, 'false none true'],
    [Token.OperatorWord, 'and in is not or'],
    [Token.NameBuiltin, 'constant defined divisibleby empty even iterable null odd sameas'],
  ),
);
