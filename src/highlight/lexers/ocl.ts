import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.NameFunction,
    `allInstances any append asBag asOrderedSet asSequence asSet at average characters closure collect collectNested
    concat count div equalsIgnoreCase excludes excludesAll excluding exists first flatten floor forAll hasReturned
    includes includesAll including indexOf insertAt intersection isEmpty isSignalSent isUnique iterate last max
    min mod notEmpty oclAsType oclInState oclIsInvalid oclIsKindOf oclIsNew oclIsTypeOf oclIsUndefined oclType one
    prepend product reject reverse round select selectByKind selectByType size sortedBy subOrderedSet subSequence
    substring sum toBoolean toInteger toLowerCase toReal toString toUpperCase union`,
  ],
  [Token.Keyword, `body context def derive else endif endpackage if import in init inv let package post pre then`],
  [
    Token.KeywordDeclaration,
    `Bag Boolean Collection Integer OclInvalid OclMessage OclState OclVoid OrderedSet Real Sequence Set String Tuple
    TupleType UnlimitedNatural`,
  ],
  [Token.NameBuiltin, `false invalid null result self true`],
  [Token.Operator, `and implies not or xor`],
);

/** OCL, the Object Constraint Language. */
export const ocl = defineLexer({
  tag: 'ocl',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/--[^\n]*/, Token.CommentSingle],
      [/\d+/, Token.NumberInteger],
      [/'/, Token.StringSingle, 'string'],
      [/[A-Za-z]\w*/, byWord(WORDS, Token.Name)],
      [/[-!#%&*+/<=>?@^|~]/, Token.Operator],
      [/[(),.:;[\]]/, Token.Punctuation],
    ],
    string: [
      [/\\[^\n]/, Token.StringEscape],
      [/[^'\\]+/, Token.StringSingle],
      [/'/, Token.StringSingle, '#pop'],
    ],
  }),
});
