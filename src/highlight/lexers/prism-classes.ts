import { Token } from '../engine/token.ts';

/** The classes of kinds of tokens in a grammar, if they are not the usual ones. */
export type PrismClasses = ReadonlyMap<string, Token>;

/**
 * Languages in which Rouge gives other classes than usual to the kinds of tokens of Prism's grammar, as measured on code. `-` stands for
 * plain text; `word`, `space` and `other` for the text between the grammar's tokens.
 */
const EXCEPTIONS: readonly (readonly [tag: string, classes: string])[] = [
  [
    'factor',
    'colon-syntax:nf combinators:nb comment:c conventionally-named-word:n curly-brace-literal-delimiter:n kernel-builtin:nb math-builtin:o normal-word:n quotation-delimiter:n semicolon-or-setlocal:k sequences-builtin:nb stack-effect-delimiter:nf string:s',
  ],
  ['livescript', 'boolean:no identifier:nv interpolation-punctuation:si keyword-operator:k string:s'],
];

const TOKENS = new Map<string, Token>(Object.values(Token).map((token) => [token === '' ? '-' : token, token]));

function readClasses(classes: string): PrismClasses {
  return new Map(
    classes.split(' ').map((exception) => {
      const [kind = '', name = ''] = exception.split(':');
      return [kind, TOKENS.get(name) ?? Token.Text] as const;
    }),
  );
}

/** The exceptions of a language, by Rouge's name for it. */
export function prismClasses(tag: string): PrismClasses {
  const [, classes] = EXCEPTIONS.find(([name]) => name === tag) ?? [];
  return classes === undefined ? new Map() : readClasses(classes);
}
