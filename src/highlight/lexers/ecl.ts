import { between, defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const oneOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const FUNCTIONS = oneOf(
  `abs acos aggregate allnodes apply asin assert asstring atan ave build buildindex catch choose choosen
    choosesets clustersize combine correlation cos cosh count covariance cron dataset dedup define denormalize
    dictionary distribute distributed distribution enth error evaluate event eventextra eventname exists exp
    failcode failmessage fetch fromunicode fromxml getenv getisvalid global graph hash hashcrc having httpcall
    httpheader if iff index intformat isvalid iterate join keydiff keypatch keyunicode length library ln loadxml
    log loop map matched matchlength matchposition matchtext matchunicode max merge mergejoin min nofold nolocal
    nonempty normalize nothor notify output parallel parse power preload process project pull random range rank
    ranked realformat recordof regexfind regexreplace regroup rejected rollup round roundup row rowdiff sample
    sequential sin sinh sizeof soapcall sort sorted sqrt stepped stored sum table tan tanh thisnode topn
    tounicode toxml transfer truncate typeof ungroup variance wait which workunit xmldecode xmlencode xmltext
    xmlunicode`,
);
const KEYWORDS = oneOf(
  `after all any as atmost before best between case cluster compressed compression const counter csv default
    descend encoding encrypt end endmacro enum escape except exclusive expire export extend fail few
    fileposition first flat forward from full function functionmacro group heading hole ifblock import inner
    interface internal joined keep keyed last left limit literal load local locale lookup lzw many maxcount
    maxlength module mofn multiple named namespace nocase noroot noscan nosort noxpath onfail only opt outer
    overwrite packed partition penalty physicallength pipe prefetch quote repeat retry return right rows rowset
    scan scope self separator service shared skew skip smart soapaction sql stable store terminator thor
    threshold timelimit timeout transform trim type unicodeorder unordered unsorted unstable update use
    validate virtual whole width wild within wnotrim xml xpath`,
);
const TYPES = oneOf(
  `ascii big_endian boolean data decimal ebcdic grouped integer integer2
    linkcounted of pattern qstring real record rule set streamed string string10
    string20 token udecimal unicode unsigned utf8 varstring varunicode`,
);
const TEMPLATE = oneOf(
  `#append #break #constant #declare #else #elseif #end #error #expand #export #exportxml #for #forall #getdatatype
    #if #ifdefined #inmodule #isvalid #line #link #loop #mangle #onwarning #option #set #stored #text #trace
    #uniquename #warning #webservice #workunit`,
);
const OPERATORS = oneOf('and in not or');
const CONSTANTS = oneOf('false true');

function kindOf(word: string): Token {
  if (FUNCTIONS.has(word)) return Token.NameFunction;
  if (KEYWORDS.has(word)) return Token.Keyword;
  if (OPERATORS.has(word)) return Token.OperatorWord;
  if (CONSTANTS.has(word)) return Token.KeywordConstant;
  // The name of a type may end in its length.
  return TYPES.has(word.replace(/\d+(?:_\d+)?$/, '')) || TYPES.has(word) ? Token.KeywordType : Token.NameOther;
}

/** ECL, the language of HPCC Systems. */
export const ecl = defineLexer({
  tag: 'ecl',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/\/\/[^\n]*/, Token.CommentSingle],
      [between(/\/\*/, '*/'), Token.CommentMultiline],
      [between(/beginc\+\+/, 'endc++'), Token.StringSingle],
      [between(/BEGINC\+\+/, 'ENDC++'), Token.StringSingle],
      [/[DQUVx]?'[^']*'/, Token.StringSingle],
      [
        /#[a-z]*(?!\w)/i,
        (lexing, [word]) => lexing.token(TEMPLATE.has(word.toLowerCase()) ? Token.KeywordType : Token.Error, word),
      ],
      [/#(?:[a-z_]\w*)?/i, Token.Error],
      [/\w{1,100}\.\w{1,100}\.\w+/, Token.NameVariable],
      [/0?x[\da-f]+/i, Token.NumberHex],
      [/[a-z_]\w*/i, (lexing, [word]) => lexing.token(kindOf(word.toLowerCase()), word)],
      [/\d+\.\d+(?:e[-+]?\d+)?/i, Token.NumberFloat],
      [/0b[01]+|[01]+b/i, Token.NumberBin],
      [/\d+/, Token.NumberInteger],
      [/:=|=>|<>|[<>=]=|[-+/<=>]/, Token.Operator],
      [/[%&(),.;[\]{}]/, Token.Punctuation],
      [/\\/, Token.Text],
    ],
  }),
});
