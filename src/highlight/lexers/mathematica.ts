import { closedBy } from '../engine/closed-by.ts';
import { defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';
import { SYMBOLS_A_TO_L } from './mathematica-a-to-l.ts';
import { SYMBOLS_M_TO_Z } from './mathematica-m-to-z.ts';

/** A symbol without its context; some of its letters have names. */
const SEGMENT = String.raw`(?:[$A-Za-z]|\\\[[A-Za-z]\w*\])(?:[$A-Za-z\d]|\\\[[A-Za-z]\w*\])*`;

const states = (): States<undefined> => {
  const words = wordTable(
    [Token.NameBuiltin, SYMBOLS_A_TO_L],
    [Token.NameBuiltin, SYMBOLS_M_TO_Z],
    [Token.NameBuiltinPseudo, 'Block Module With'],
  );
  return {
    root: [
      [/\s+/, Token.Whitespace],
      [/\(\*/, Token.Comment, 'comment'],
      [/"/, closedBy(/(?:\\.|[^"\\])*"/s, Token.String, Token.Error)],
      [/(?:In|Out)\[\d+\]:?=/, Token.GenericPrompt],
      [/\d+\^\^[\dA-Za-z]+(?:\.[\dA-Za-z]*)?(?:``?\d+(?:\.\d*)?)?(?:\*\^[-+]?\d+)?/, Token.Number],
      [/(?:\d+(?:\.\d*)?|\.\d+)(?:``\d+(?:\.\d*)?|`(?:\d+(?:\.\d*)?)?)?(?:\*\^[-+]?\d+)?/, Token.Number],
      [/#+(?:\d+|[$A-Za-z][$A-Za-z\d]*)?/, Token.NameFunction],
      [/::[$A-Za-z][$A-Za-z\d]*(?:::[$A-Za-z][$A-Za-z\d]*)*/, Token.NameTag],
      [new RegExp(`\`?${SEGMENT}(?:\`\`?${SEGMENT})*\`?`), byWord(words, Token.NameVariable)],
      [/[[\](){}]/, Token.Punctuation],
      [/[-+*/<>=!&|@~^%.,;:?_'`]/, Token.Operator],
    ],
    comment: [
      [/\(\*/, Token.Comment, '#push'],
      [/\*\)/, Token.Comment, '#pop'],
      // The ends of its lines are wrong, as in Rouge.
      [/\n/, Token.Error],
      [/::[A-Za-z]\w*::| :[A-Za-z ]+: /, Token.CommentPreproc],
      [/[^(*):\n ]+|[(*): ]/, Token.Comment],
    ],
  };
};

/** Mathematica, the Wolfram language. */
export const mathematica = defineLexer({ tag: 'mathematica', states });
