import type { Lexing } from '../engine/lexing.ts';
import { between, defineLexer, include, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { type WordTable, wordTable } from '../engine/word-table.ts';

/** In lower case, as all words here: case does not count. */
const WORDS = wordTable(
  [Token.OperatorWord, `and eq ge gt in le like lt ne not of or`],
  [Token.NameBuiltin, `_all_ _character_ _numeric_`],
  [Token.NameBuiltinPseudo, `_cmd_ _infile_ _msg_ _n_`],
  [
    Token.Keyword,
    `abort abs addr addrlong airy allcomb allperm anyalnum anyalpha anycntrl anydigit anyfirst anygraph anylower
    anyname anyprint anypunct anyspace anyupper anyxdigit arcos arcosh array arsin arsinh artanh atan atan2 attrc
    attrib attrn band beta betainv blackclprc blackptprc blkshclprc blkshptprc blshift bnot bor brshift bxor by byte
    call cards cards4 cat catname catq cats catt catx cdf ceil ceilz cexist char checkpoint choosec choosen cinv
    close cmiss cnonct coalesce coalescec collate comb compare compbl compfuzz compged complev compound compress
    constant continue convx convxp cos cosh cot count countc countw csc css cumipmt cumprinc curobs cv daccdb
    daccdbsl daccsl daccsyd dacctab dairy data datalines datalines4 datdif date datejul datepart datetime day dclose
    dcreate delete depdb depdbsl depsl depsyd deptab dequote describe deviance dhms dif digamma dim dinfo display
    divide dm dnum do dopen doptname doptnum dosubl dread drop dropnote dsname dsncatlgd dur durp effrate else end
    endsas envlen erf erfc error euclid execute execute_always exist exp fact fappend fclose fcol fcopy fdelete fetch
    fetchobs fexist fget file fileexist filename fileref finance find findc findw finfo finv fipname fipnamel
    fipstate first floor floorz fmtinfo fnonct fnote footnote fopen foptname foptnum format fpoint fpos fput fread
    frewind frlen fsep fuzz fwrite gaminv gamma garkhclprc garkhptprc gcd geodist geomean geomeanz getoption getvarc
    getvarn go graycode harmean harmeanz hbound hms holiday holidayck holidaycount holidayname holidaynx holidayny
    holidaytest hour htmldecode htmlencode ibessel if ifc ifn index indexc indexw infile informat input inputc inputn
    int intcindex intck intcycle intfit intfmt intget intindex intnx intrr intseas intshift inttest intz iorcmsg ipmt
    iqr irr jbessel juldate juldate7 keep kurtosis label lag largest lbound lcm lcomb leave left length lengthc
    lengthm lengthn lexcomb lexcombi lexperk lexperm lfact lgamma libname libref link list lock log log10 log1px log2
    logbeta logcdf logistic logpdf logsdf lostcard lowcase lperm lpnorm mad margrclprc margrptprc max md5 mdy mean
    median merge min minute missing mod modexist modify module modulec modulen modz month mopen mort msplint mvalid n
    netpv nliteral nmiss nomrate normal notalnum notalpha notcntrl notdigit note notfirst notgraph notlower notname
    notprint notpunct notspace notupper notxdigit npv nvalid nwkdom open options ordinal output page pathname pctl
    pdf peek peekc peekclong peeklong perm pmt point poisson ppmt probbeta probbnml probbnrm probchi probf probgam
    probhypr probit probmc probnegb probnorm probt propcase prxchange prxmatch prxparen prxparse prxposn ptrlongadd
    put putc putlog putn pvp qtr quantile quote ranbin rancau rand ranexp rangam range rank rannor ranpoi rantbl
    rantri ranuni redirect remove rename repeat replace resetline resolve retain return reverse rewind right rms
    round rounde roundz run sasfile saving savings scan sdf sec second select set sha256 sha256hex sha256hmachex sign
    sin sinh skewness skip sleep smallest soapweb soapwebmeta soapwipservice soapwipsrs soapws soapwsmeta soundex
    spedis sqrt squantile std stderr stfips stname stnamel stop strip subpad substr substrn sum sumabs symexist
    symget symglobl symlocal sysecho sysexist sysget sysmsg sysparm sysprocessid sysprocessname sysprod sysrc system
    tan tanh then time timepart timevalue tinv title tnonct to today translate transtrn tranwrd trigamma trim trimn
    trunc tso typeof tzoneid tzonename tzoneoff tzones2u tzoneu2s uniform until upcase update urldecode urlencode uss
    uuidgen var varfmt varinfmt varlabel varlen varname varnum varray varrayx vartype verify vformat vformatd
    vformatdx vformatn vformatnx vformatw vformatwx vformatx vinarray vinarrayx vinformat vinformatd vinformatdx
    vinformatn vinformatnx vinformatw vinformatwx vinformatx vlabel vlabelx vlength vlengthx vname vnamex vtype
    vtypex vvalue vvaluex week weekday where whichc whichn while window wto x year yieldp yrdif yyq zipcity
    zipcitydistance zipfips zipname zipnamel zipstate`,
  ],
  [Token.NameBuiltinPseudo, '_error_'],
);

/** Words that count only in `proc sql`. */
const SQL: WordTable = new Map([
  ...WORDS,
  ...wordTable([
    Token.Keyword,
    `add alter as connect constraint create disconnect distinct foreign from group having inner insert into join key
    on order primary quit reset rundo runerror runset runsystem runtime runx table unique using validate values view`,
  ]),
]);

/** The words after `proc`. */
const PROCEDURES = new Set(
  `
      access aceclus adaptivereg allele anova append arima bchoice bom boxplot build calendar calis cancorr candisc
      capability catalog catmod chart cimport clp cluster compare compile contents convert copula copy corr corresp
      countreg cpm cusum datasets datasource dbf delete dif discrim display distance document download ds2 entropy
      expand explode export factex factor family fastclus fcmp fedsql fmm forecast format forms freq fslist fsview
      g3d g3grid ga gam gampl ganno gantt gareabar gbarline gchart gcontour gdevice gee genmod geocode gfont ginside
      gis gkpi glimmix glm glmmod glmpower glmselect gmap goptions gplot gproject gradar greduce gremove greplay
      groovy gslide gtile hpcandisc hpfmm hpgenselect hplmixed hplogistic hpmixed hpnlmod hppls hpprincomp
      hpquantselect hpreg hpsplit http iclifetest icphreg iml import inbreed irt items json kde krige2d lattice
      lifereg lifetest loess logistic lp lua mapimport mcmc mdc mds means metadata mi mianalyze migrate mixed
      modeclus model multtest nested netflow nlin nlmixed nlp npar1way olap operate optex options orthoreg panel
      pareto pds phreg plan plm plot pls pm pmenu power princomp prinqual print probit proto qlim quantlife quantreg
      quantselect quest rank rdc recommend reg registry release reliability report risk robustreg rsreg score
      seqdesign seqtest server severity sgdesign sgpanel sgplot sgrender sgscatter shewhart sim2d similarity
      simnormal soap sort source spp sql ssm standard statespace stdize stdrate stepdisc stp stream summary
      surveyfreq surveyimpute surveylogistic surveymeans surveyphreg surveyreg surveyselect syslin tabulate template
      timedata timeseries tpspline transpose transreg trantab tree ttest upload varclus varcomp variogram x11 x12 x13
      xsl
  `
    .trim()
    .split(/\s+/),
);

const MACROS = new Set(
  `
      %abort %bquote %copy %display %do %else %end %eval %global %goto %if %include %index %input %length %let %list
      %local %macro %nrbquote %nrquote %nrstr %put %qscan %qsubstr %qsysfunc %quote %qupcase %return %run %scan
      %str %substr %superq %symdel %symexist %symglobl %symlocal %syscall %sysevalf %sysexec %sysfunc %sysget
      %syslput %sysprod %sysrput %then %to %unquote %until %upcase %while %window
  `
    .trim()
    .split(/\s+/),
);

const MACRO_VARIABLE = /&[\w&]+\.?/;

const byLowerCase =
  (words: WordTable) =>
  (lexing: Lexing<undefined>, [word]: RegExpExecArray): void =>
    lexing.token(words.get(word.toLowerCase()) ?? Token.Name, word);

function procedure(lexing: Lexing<undefined>, [, word = '', space = '', name = '']: RegExpExecArray): void {
  lexing.token(Token.Keyword, word);
  lexing.token(Token.Text, space);
  lexing.token(PROCEDURES.has(name.toLowerCase()) ? Token.Keyword : Token.Name, name);
  lexing.push(name.toLowerCase() === 'sql' ? 'sql' : 'procedure');
}

/** Unlike all others, `%mend` on its own counts in lower case only. */
function macro(lexing: Lexing<undefined>, [word]: RegExpExecArray): void {
  const known = MACROS.has(word.toLowerCase()) || word === '%mend';
  lexing.token(known ? Token.Keyword : Token.Name, word);
}

const states = (): States<undefined> => ({
  root: [
    include('basics'),
    [/(proc)(\s+)(\w+)/i, procedure],
    [/(data)(\s+)([\w.&]+)/i, [Token.Keyword, Token.Text, Token.NameVariable]],
    [/(libname)(\s+)([\w&]+)/i, [Token.Keyword, Token.Text, Token.NameVariable]],
    include('data lines'),
    [/[A-Za-z_]\w*/, byLowerCase(WORDS)],
    include('signs'),
  ],
  // Up to `run` or `quit` `proc` and `data` mean nothing.
  procedure: [
    include('basics'),
    [/(?:quit|run)\b/i, Token.Keyword, '#pop'],
    include('data lines'),
    [/[A-Za-z_]\w*/, byLowerCase(WORDS)],
    include('signs'),
  ],
  sql: [
    include('basics'),
    [/(?:quit|run)\b/i, Token.Keyword, '#pop'],
    include('data lines'),
    [/[A-Za-z_]\w*/, byLowerCase(SQL)],
    include('signs'),
  ],
  'data lines': [
    [/(cards|datalines)(\s*)(;)/i, [Token.Keyword, Token.Text, Token.Punctuation], 'data'],
    [/(cards4|datalines4)(\s*)(;)/i, [Token.Keyword, Token.Text, Token.Punctuation], 'data 4'],
  ],
  basics: [
    [/\s+/, Token.Text],
    [between(/\/\*/, '*/'), Token.CommentMultiline],
    // A comment is a statement: it begins with a line or behind another one.
    [between(/(?<=^|;\s{0,200})\*|(?<=^|;\s{0,200})%\*/, ';'), Token.CommentSingle],
    [/(%(?:macro|mend))(\s+)(\w+)/i, [Token.Keyword, Token.Text, Token.NameFunction]],
    [/%\w+/, macro],
    [/&[\w.&]+/, Token.NameVariable],
    // The quotes of a time with a date may be those of different strings.
    [/'[A-Za-z\d]+'d|'\d[\d:.]*'t|'[^\n]{1,300}?'dt/i, Token.LiteralDate],
    [/"/, Token.StringDouble, 'double'],
    [/'/, Token.StringSingle, 'single'],
    // Whatever stands directly before an equals sign belongs to the operator, if no longer word does.
    [/[^\s;]=|(?:\*\*|\|\||!!|<>|><)|[-+*/<>=|!&~¬]/u, Token.Operator],
  ],
  signs: [
    [/\d[\dA-Fa-f]*x/i, Token.NumberHex],
    [/\d+(?:\.\d*)?[eE](?:[+-]?\d+)?|\d+\.\d*|\d{2,}/, Token.Number],
    [/\d/, Token.NumberInteger],
    [/\$+/, Token.KeywordType],
    [/[@?]+/, Token.StringSymbol],
    [/[()[\]{},;:.\\]/, Token.Punctuation],
    [/\S+/, Token.Text],
  ],
  double: [
    [/""/, Token.StringEscape],
    [/"/, Token.StringDouble, '#pop'],
    [MACRO_VARIABLE, Token.StringInterpol],
    [/[^"&]+|&/, Token.StringDouble],
  ],
  single: [
    [/''/, Token.StringEscape],
    [/'/, Token.StringSingle, '#pop'],
    [/[^']+/, Token.StringSingle],
  ],
  data: [
    [/[^;]+/, Token.StringHeredoc],
    [/;/, Token.Punctuation, '#pop'],
  ],
  'data 4': [
    [/[^;]+/, Token.StringHeredoc],
    [/;{4,}/, Token.Punctuation, '#pop'],
    [/;/, Token.Error],
  ],
});

/** SAS. */
export const sas = defineLexer({ tag: 'sas', states });
