import { between, defineLexer, type Perform } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';

/** What is one only in small letters. */
const SMALL = wordTable(
  [
    Token.NameFunction,
    `addmipsol basisstability calcsolinfo clearmipdir clearmodcut command copysoltoinit defdelayedrows defsecurevecs
    estimatemarginals fixglobal getbstat getdualray getiis getiissense getiistype getinfcause getinfeas getlb
    getloadedlinctrs getloadedmpvars getname getprimalray getprobstat getrange getsensrng getub implies indicator
    isiisvalid isintegral loadbasis loadmipsol loadprob maximize minimize postsolve readbasis readdirs readsol
    refinemipsol rejectintsol repairinfeas resetbasis resetiis resetsol savebasis savemipsol savesol savestate
    selectsol setbstat setcallback setcbcutoff setgndata setlb setmipdir setmodcut setsol setub setucbdata
    stopoptimize unloadprob writebasis writedirs writeprob writesol xor`,
  ],
  [
    Token.NameBuiltin,
    `abs arctan assert bitflip bitneg bitset bitshift bittest bitval ceil cos create currentdate currenttime cuthead
    cuttail delcell exists exp exportprob fclose fflush finalize findfirst findlast floor fopen fselect fskipline
    getact getcoeff getcoeffs getdual getfid getfirst getfname gethead getlast getobjval getparam getrcost
    getreadcnt getreverse getsize getslack getsol gettail gettype getvars iseof ishidden isodd ln log makesos1
    makesos2 maxlist minlist publish random read readln reset reverse round setcoeff sethidden setioerr setname
    setparam setrandseed settype sin splithead splittail sqrt strfmt substr timestamp unpublish write writeln`,
  ],
  [Token.NameProperty, 'datefmt keepalive monthnames'],
);

/** What may also be written in large letters; the functions are those of the module `mmsystem`. */
const ANY_CASE = wordTable(
  [
    Token.Keyword,
    `and array as boolean break case count counter declarations div do dynamic elif else end evaluation exit forall
    forward from function if imports in include initialisations initializations integer inter is_binary
    is_continuous is_free is_integer is_partint is_semcont is_semint is_sos1 is_sos2 linctr list max min mod model
    mpvar next not of options or package parameters procedure prod public range real record repeat requirements
    set string sum then to union until uses version while with`,
  ],
  [
    Token.NameFunction,
    `addmonths clearaliases compile connect copytext cuttext deltext detach disconnect dropnextevent endswith
    expandpath fcopy fdelete findfiles findtext findxsrvs fmove getaliases getannidents getannotations getasnumber
    getbanner getchar getclass getcwd getdate getday getdaynum getdays getdirsep getendparse getenv getexitcode
    getfromgid getfromid getfromuid getfsize getfstat getftime getgid gethostalias gethour getid getminute
    getmonth getmsec getnextevent getnode getpathsep getqtype getrmtid getsecond getsepchar getsize getstart
    getstatus getsucc getsysinfo getsysstat gettime gettmpdir gettrim getuid getvalue getweekday getyear
    inserttext isqueueempty isvalid load makedir makepath newtar newzip nextfield nullevent openpipe parseextn
    parseint parsereal parsetext pastetext pathmatch pathsplit peeknextevent qsort quote readtextline regmatch
    regreplace removedir removefiles reset resetmodpar run send setchar setcontrol setdate setday setdefstream
    setendparse setenv setgid sethostalias sethour setminute setmodpar setmonth setmsec setqtype setsecond
    setsepchar setstart setsucc settime settrim setuid setworkdir setyear sleep startswith stop system tarlist
    textfmt tolower toupper trim unload untar unzip wait waitfor ziplist`,
  ],
  [Token.NameBuiltin, 'false true'],
);

const nameWord: Perform<undefined> = (lexing, [word]) =>
  lexing.token(SMALL.get(word) ?? ANY_CASE.get(word.toLowerCase()) ?? Token.Name, word);

/** Mosel, of FICO's Xpress. */
export const mosel = defineLexer({
  tag: 'mosel',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [between(/\(!/, '!)'), Token.CommentMultiline],
      [/![^\n]*\n?/, Token.CommentSingle],
      [/"/, Token.StringDouble, 'double'],
      [/'/, Token.StringSingle, 'single'],
      [/(?:0x[\da-f]*|(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)[flu]?/i, Token.Number],
      [/[A-Za-z_]\w*\b/, nameWord],
      [/[A-Za-z_]\w*/, Token.Name],
      [/[-!-/:-@[-`{-~]/, Token.Punctuation],
    ],
    double: [
      [/"/, Token.StringDouble, '#pop'],
      [/\\(?:[\\"abfnrtv]|[0-7]{1,3}\D)/, Token.StringEscape],
      [/[^"\\]+|\\/, Token.StringDouble],
    ],
    single: [
      [/[^']+/, Token.StringSingle],
      [/'/, Token.StringSingle, '#pop'],
    ],
  }),
});
