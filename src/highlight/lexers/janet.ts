import { defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

/** Words that mean something only where a form begins. */
const WORDS = wordTable(
  [Token.Keyword, `break def do fn if quasiquote quote set splice unquote var while`],
  [
    Token.KeywordReserved,
    `% %= * *= + ++ += - -- -= -> ->> -?> -?>> / /= < <= = > >= abstract? accumulate accumulate2 all all-bindings
    all-dynamics and apply array array/concat array/ensure array/fill array/insert array/new array/new-filled
    array/peek array/pop array/push array/remove array/slice array? as-> as?-> asm assert bad-compile bad-parse band
    blshift bnot boolean? bor brshift brushift buffer buffer/bit buffer/bit-clear buffer/bit-set buffer/bit-toggle
    buffer/blit buffer/clear buffer/fill buffer/format buffer/new buffer/new-filled buffer/popn buffer/push-byte
    buffer/push-string buffer/push-word buffer/slice buffer? bxor bytes? case cfunction? chr cli-main comment comp
    compare compare< compare<= compare= compare> compare>= compile complement comptime cond coro count debug
    debug/arg-stack debug/break debug/fbreak debug/lineage debug/stack debug/stacktrace debug/step debug/unbreak
    debug/unfbreak debugger-env dec deep-not= deep= def- default default-peg-grammar defer defglobal defmacro
    defmacro- defn defn- describe dictionary? disasm distinct doc doc* doc-format dofile drop drop-until drop-while
    dyn each eachk eachp eachy edefer eflush empty? env-lookup eprin eprinf eprint eprintf error errorf eval
    eval-string even? every? extreme false? fiber/can-resume? fiber/current fiber/getenv fiber/maxstack fiber/new
    fiber/root fiber/setenv fiber/setmaxstack fiber/status fiber? file/close file/flush file/open file/read file/seek
    file/temp file/write filter find find-index first flatten flatten-into flush for forv freeze frequencies
    function? gccollect gcinterval gcsetinterval generate gensym get get-in getline hash idempotent? identity if-let
    if-not if-with import import* in inc indexed? int/s64 int/u64 int? interleave interpose invert janet/build
    janet/config-bits janet/version juxt juxt* keep keys keyword keyword? kvs label last length let load-image
    load-image-dict loop macex macex1 make-env make-image make-image-dict map mapcat marshal match math/-inf math/abs
    math/acos math/acosh math/asin math/asinh math/atan math/atan2 math/atanh math/cbrt math/ceil math/cos math/cosh
    math/e math/erf math/erfc math/exp math/exp2 math/expm1 math/floor math/gamma math/hypot math/inf math/log
    math/log10 math/log1p math/log2 math/next math/pi math/pow math/random math/rng math/rng-buffer math/rng-int
    math/rng-uniform math/round math/seedrandom math/sin math/sinh math/sqrt math/tan math/tanh math/trunc max mean
    merge merge-into min mod module/add-paths module/cache module/expand-path module/find module/loaders
    module/loading module/paths nan? nat? native neg? net/chunk net/close net/connect net/read net/server net/write
    next nil? not not= number? odd? one? or os/arch os/cd os/chmod os/clock os/cryptorand os/cwd os/date os/dir
    os/environ os/execute os/exit os/getenv os/link os/lstat os/mkdir os/mktime os/perm-int os/perm-string
    os/readlink os/realpath os/rename os/rm os/rmdir os/setenv os/shell os/sleep os/stat os/symlink os/time os/touch
    os/umask os/which pairs parse parser/byte parser/clone parser/consume parser/eof parser/error parser/flush
    parser/has-more parser/insert parser/new parser/produce parser/state parser/status parser/where partial partition
    peg/compile peg/match pos? postwalk pp prewalk prin prinf print printf product prompt propagate protect put
    put-in quit range reduce reduce2 repeat repl require resume return reverse reversed root-env run-context
    scan-number seq setdyn signal slice slurp some sort sort-by sorted sorted-by spit stderr stdin stdout string
    string/ascii-lower string/ascii-upper string/bytes string/check-set string/find string/find-all string/format
    string/from-bytes string/has-prefix? string/has-suffix? string/join string/repeat string/replace
    string/replace-all string/reverse string/slice string/split string/trim string/triml string/trimr string? struct
    struct? sum symbol symbol? table table/clone table/getproto table/new table/rawget table/setproto table/to-struct
    table? take take-until take-while tarray/buffer tarray/copy-bytes tarray/length tarray/new tarray/properties
    tarray/slice tarray/swap-bytes thread/close thread/current thread/new thread/receive thread/send trace tracev
    true? truthy? try tuple tuple/brackets tuple/setmap tuple/slice tuple/sourcemap tuple/type tuple? type unless
    unmarshal untrace update update-in use values var- varfn varglobal walk when when-let when-with with with-dyns
    with-syms with-vars yield zero? zipcoll`,
  ],
);

const NAME_TEXT = String.raw`[^\s\d()[\]{}'"\`~,;|@#:\\][^\s()[\]{}'"\`,;|@#\\]*`;
const NAME = new RegExp(NAME_TEXT);

const states = (): States<undefined> => ({
  root: [include('values'), [NAME, Token.Name], [/\(/, Token.Punctuation, ['form', 'head']], include('brackets')],
  form: [[/\)/, Token.Punctuation, '#pop'], include('root')],
  brackets: [
    [/@?\[/, Token.Punctuation, 'square'],
    [/@?\{/, Token.Punctuation, 'curly'],
    [/@\(/, Token.Punctuation, 'form'],
    [/[)\]}]/, Token.Punctuation],
  ],
  square: [[/\]/, Token.Punctuation, '#pop'], include('root')],
  curly: [[/\}/, Token.Punctuation, '#pop'], include('root')],
  head: [
    [/\s+/, Token.Whitespace],
    [/#[^\n]*/, Token.CommentSingle],
    [/(?:quote|quasiquote)(?=[\s)])/, Token.Keyword, ['#pop', '#pop', 'quoted form']],
    // Other values do not end the place of the function.
    [/(?:nil|true|false)\b|[-+]\d+|~[\w-]+/, Token.NameFunction, '#pop'],
    [NAME, byWord(WORDS, Token.NameFunction), '#pop'],
    [/\(/, Token.Punctuation, ['#pop', 'form', 'head']],
    [/@\(/, Token.Punctuation, ['#pop', 'form', 'head']],
    [/@?\[/, Token.Punctuation, ['#pop', 'square', 'head']],
    [/@?\{/, Token.Punctuation, ['#pop', 'curly', 'head']],
    [/[)\]}]/, Token.Punctuation, '#pop:2'],
    include('values'),
  ],
  values: [
    [/\s+/, Token.Whitespace],
    [/#[^\n]*/, Token.CommentSingle],
    [/['~](?=@?[([{])/, Token.Operator, 'quoted'],
    [new RegExp(`([~'])(${NAME_TEXT})`), [Token.Operator, Token.StringSymbol]],
    [/['~,;|]/, Token.Operator],
    [/[-+]?0x[\dA-Fa-f]+(?:\.[\dA-Fa-f]+)?/, Token.NumberHex],
    [/[-+]?\d{1,2}r\w+/, Token.NumberFloat],
    [/[-+]?(?:\d[\d_]*(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?/, Token.NumberFloat],
    [/:[^\s()[\]{}'"`~,;|@#\\]*/, Token.KeywordConstant],
    [/(?:true|false|nil)\b/, Token.NameConstant],
    [/@?"/, Token.StringDouble, 'string'],
    // A long string begins with as many backticks as come again after it. Thirty are more than anybody writes, and few enough to be searched for in hostile text.
    [/@?(`{1,30}).*?\1/s, Token.StringHeredoc],
  ],
  unquoted: [[/\(/, Token.Punctuation, ['#pop', 'form', 'head']]],
  string: [
    [/"/, Token.StringDouble, '#pop'],
    [/\\(?:u[\da-fA-F]{4}|U[\da-fA-F]{6}|.)/s, Token.StringEscape],
    [/[^"\\]+|\\/, Token.StringDouble],
  ],
  quoted: [
    [/@?\(/, Token.Punctuation, ['#pop', 'quoted form']],
    [/@?\[/, Token.Punctuation, ['#pop', 'quoted square']],
    [/@?\{/, Token.Punctuation, ['#pop', 'quoted curly']],
    [/(?=.)/s, Token.Text, '#pop'],
  ],
  'quoted form': [[/\)/, Token.Punctuation, '#pop'], include('quoted values')],
  'quoted square': [[/\]/, Token.Punctuation, '#pop'], [/,/, Token.Operator], include('quoted values')],
  'quoted curly': [[/\}/, Token.Punctuation, '#pop'], include('quoted values')],
  'quoted values': [
    [/@?\(/, Token.Punctuation, 'quoted form'],
    [/@?\[/, Token.Punctuation, 'quoted square'],
    [/@?\{/, Token.Punctuation, 'quoted curly'],
    [new RegExp(`(,)(${NAME_TEXT})`), [Token.Operator, Token.Name]],
    // Behind a form that is no longer quoted nothing is, up to the end of the outer form.
    [/,(?=\()/, Token.Operator, ['#pop', 'form', 'unquoted']],
    [new RegExp(`[-+]\\d+|~?${NAME_TEXT}`), Token.StringEscape],
    include('values'),
  ],
});

/** Janet. */
export const janet = defineLexer({ tag: 'janet', states });
