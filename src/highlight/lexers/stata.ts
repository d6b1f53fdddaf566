import { between, defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

/** Words that are keywords where a line begins. */
const COMMANDS = `_return _rmcoll _robust accum ado adopath append assert bsample by bys bysort call cap capt capture cd
  cdir char checkestimationsample class classutil clean clear close codebook collapse compare compress confirm contract
  copy count creturn cross d datasignature decode define delimited desc describe destring di dir dis discard disp displ
  displa display do drawnorm drop ds duplicates dups edit egen eigenvalues encode end erase ereturn error estimates
  excel existence exit expand export file filefilter fillin findfile fopen format frame fred from fsave gen gene gener
  genera generat generate get gettoken gr_edit graph group gsort haver histogram home icd9 icd9p import include infile
  infix initialize input insheet inspect install ipolate isid ivprobit ivregress ivtobit java joinby kdensity keep label
  labelbook language levelsof lincom link list log logistic logit lookfor ls macro makecns manage mark markin markout
  marksample mata matcproc matlist mem memory menu merge mi miss missing mkdir mkmat more mvencode net new nlcom noi
  noisily notes number obs odbc open order outfile outsheet pause pctile plugin posof postfile predict preserve probit
  program push pwd python query qui quietly range read recast recode reg regr regre regres regress ren rename replace
  reshape restore return rm rmdir run sample sas save saveold score search seek separate serset set shell shift
  signestimationsample sizeof sj sleep snapshot sort spikeplot split ssc stack statsby stcox stset suest sum summ
  summarize svd svmat svy svymarkout syntax sysdir sysuse tab tabdisp table tabulate tempfile tempname tempvar test
  testnl timer tokenize tostring trace tsset twoway type unab unabcmd unicode uninstall uniq update use using var
  varname version viewsource webuse which window write xpose xtile xtset zipfile`.split(/\s+/);

const WORDS = wordTable(
  [
    Token.KeywordType,
    `byte double float global int integer local long matrix newlist numeric numlist scalar str str1 str2 str3 str4 string
    varlist`,
  ],
  [
    Token.KeywordReserved,
    `break continue else foreach forv forva forval forvalu forvalue forvalues if in nobreak of to while`,
  ],
);

const FUNCTIONS = wordTable([
  Token.NameFunction,
  `Cdhms Chms Clock Cmdyhms Cofc Cofd F Fden Ftail I J _caller _frval abbrev abs acos acosh age asin asinh atan atan2
    atanh autocode betaden binomial binomialp binomialtail binormal bofd byteorder c cauchy cauchyden cauchytail ceil
    char chi2 chi2den chi2tail cholesky chop clip clock cloglog cofC cofd coleqnumb collatorlocale collatorversion
    colnfreeparms colnumb colsof comb cond corr cos cosh daily date datediff day det dgammapda dgammapdada dgammapdadx
    dgammapdxdx dhms diag diag0cnt digamma dofC dofb dofc dofh dofm dofq dofw dofy dow doy dunnettprob e el epsdouble
    epsfloat exp expm1 exponential exponentialden exponentialtail fileexists fileread filereaderror filewrite float
    floor fmtwidth frval gammap gammaptail get hadamard halfyear halfyearly has_eprop hh hhC hms hofd hours
    hypergeometric hypergeometricp ibeta ibetatail igaussian igaussianden igaussiantail indexnot inlist inrange int inv
    invF invFtail invbinomial invbinomialtail invcauchy invcauchytail invchi2 invchi2tail invcloglog invdunnettprob
    invexponential invexponentialtail invgammap invgammaptail invibeta invibetatail invigaussian invigaussiantail
    invlaplace invlaplacetail invlogit invnF invnFtail invnbinomial invnbinomialtail invnchi2 invnchi2tail invnibeta
    invnormal invnt invnttail invpoisson invpoissontail invsym invt invttail invtukeyprob irecode issymmetric laplace
    laplaceden laplacetail ln ln1m ln1p lncauchyden lnfactorial lngamma lnigammaden lnigaussianden lniwishartden
    lnlaplaceden lnmvnormalden lnnormal lnnormalden lnwishartden log log10 log1m log1p logistic logit matmissing matrix
    matuniform max maxbyte maxdouble maxfloat maxint maxlong mdy mdyhms mi min minbyte mindouble minfloat minint minlong
    minutes missing mm mmC mod mofd month monthly mreldif msofhours msofminutes msofseconds nF nFden nFtail nbetaden
    nbinomial nbinomialp nbinomialtail nchi2 nchi2den nchi2tail nibeta normal normalden npnF npnchi2 npnt nt ntden
    nttail nullmat plural poisson poissonp poissontail qofd quarter quarterly r rbeta rbinomial rcauchy rchi2 real
    recode regexm regexr regexs reldif replay return rexponential rgamma rhypergeometric rigaussian rlaplace rlogistic
    rnormal round roweqnumb rownfreeparms rownumb rowsof rpoisson rt runiform runiformint s scalar seconds sign sin sinh
    smallestdouble soundex soundex_nara sqrt ss ssC strcat strdup string stritrim strlen strlower strltrim strmatch
    strofreal strpos strproper strreverse strrpos strrtrim strtoname strtrim strupper subinstr subinword substr sum
    sweep t tC tan tanh tc td tden th tin tm tobytes tq trace trigamma trunc ttail tukeyprob tw twithin uchar udstrlen
    udsubstr uisdigit uisletter uniform ustrcompare ustrfix ustrfrom ustrinvalidcnt ustrleft ustrlen ustrlower ustrltrim
    ustrnormalize ustrpos ustrregexm ustrregexra ustrregexrf ustrregexs ustrreverse ustrright ustrrpos ustrrtrim
    ustrsortkey ustrtitle ustrto ustrtohex ustrtoname ustrtrim ustrunescape ustrupper ustrword ustrwordcount usubinstr
    usubstr vec vecdiag week weekly weibull wofd word wordbreaklocale wordcount year yearly yh ym yofd yq yw`,
]);

/** How a variable enters a model, its lags and differences, such as `i.` and `L2D.`; any word that begins so is taken for one. */
const OPERATOR = /[icldfosICLDFOS]\w*(?:\.|(?=\([^()\n]{0,50}\)\.))/;

/** Stata. */
export const stata = defineLexer({
  tag: 'stata',
  states: () => ({
    root: [
      [/^\*![^\n]*/, Token.CommentHashbang],
      [/^\s{0,100}\*[^\n]*/, Token.CommentSingle],
      [/^\s{0,100}#[^\n]*/, Token.CommentPreproc],
      [new RegExp(`^\\s{0,100}(?:${COMMANDS.join('|')})\\b`), Token.Keyword],
      [/[\n\r\f\v]+/, Token.Text],
      [/[ \t]+/, Token.Whitespace],
      [/\/\/[^\n]*/, Token.CommentSingle],
      [between(/\/\*/, '*/'), Token.CommentMultiline],
      [between(/`"/, `"'`, '\n'), Token.StringDouble],
      [between(/`/, "'", '\n'), Token.StringDouble],
      [/"(?:\\.|[^"\\\n]){0,400}"|\$\w+/, Token.StringDouble],
      [/%\S+/, Token.NameProperty],
      [/str(?:[1-9]\d{0,2}|1\d{3}|20(?:[0-3]\d|4[0-5])|L)(?!\w)/, Token.KeywordType],
      [OPERATOR, Token.Operator],
      [/[A-Za-z_]\w*(?=\()/, byWord(new Map([...WORDS, ...FUNCTIONS]), Token.Name)],
      [/[A-Za-z_]\w*/, byWord(WORDS, Token.Name)],
      [/[+-]?(?:\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)/, Token.Number],
      [/[-+*/^=!~<>&|#:.?\\']/, Token.Operator],
      [/[()[\]{},;]/, Token.Punctuation],
    ],
  }),
});
