import type { Lexing } from '../engine/lexing.ts';
import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `abbreviated abs abstract accept accepting according accp activation actual add adjacent after alias aliases align
    all allocate alpha analysis analyzer and any append appendage appending application archive area arithmetic as
    ascending aspect assert assign assigned assigning association asynchronous at attributes authority avg back
    background backup backward badi base before begin between big binary bintohex bit black blank blanks blob block
    blocks blue bound boundaries bounds boxed bt buffer by bypassing byte ca call calling case cast casting catch ceil
    center centered chain change changing channels char character check checkbox circular class cleanup clear client
    clnt clob clock close cn co coalesce code coding col_background col_group col_heading col_key col_negative
    col_normal col_positive col_total collect color column columns comment comments commit common communication
    comparing component components compression compute concat concat_with_space concatenate cond condense condition
    connect connection constants context contexts continue control controls conv conversion convert copies copy
    corresponding count country cover cp cpi create creating critical cs cuky curr currency currency_conversion current
    cursor customer cx_dynamic_check cx_root cx_static_check dangerous data database datainfo dataset date dats
    dats_add_days dats_add_months dats_days_between dats_is_valid daylight ddmmyy deallocate dec decimal_shift decimals
    declarations deep default deferred define defining definition delete deleting demand department descending describe
    destination detail df16_dec df16_raw df16_scl df34_dec df34_raw df34_scl dialog directory disconnect display
    distance distinct div divide division do dummy duplicate duplicates duration during dynamic dynpro e edit else
    elseif empty enabled enabling encoding end endat endcase endcatch endchain endclass enddo endenhancement endexec
    endform endfunction endian endif ending endinterface endloop endmethod endmodule endon endprovide endselect endtry
    endwhile endwith engineering enhancement enhancements entries entry environment eq equiv errormessage errors escape
    escaping event events exact except exception exceptions exclude excluding exec execute exists exit expand expanding
    expiration explicit exponent export exporting extend extended extension extract fail fetch field fields file filter
    filters final find first fkeq fkge floor fltp flush font for form format forward found frame frames free friends
    from function functionality further gaps ge generate get giving gkeq gkge global grant green group groups gt handle
    handler harmless hashed having hdb header headers heading hextobin hide high hint hold hotspot i icon id
    identification identifier ids if ignore ignoring immediately implementation implementations implemented implicit
    import importing in inactive incl include includes including increment index infotypes inheriting init initial
    initialization inner inout input insert instance instances instr int1 int2 int4 int8 intensified interface
    interfaces internal intervals into inverse is iso itno job join keep keeping kernel key keys keywords kind lang
    language last late layout lchr le leading leave left leftplus leftspace legacy length let level levels like line
    linefeed lines list listbox little llang load lob local locale locator logfile logical long loop low lower lpad lpi
    lraw lt ltrim m mail main mapping margin mark mask match matchcode max maximum medium members memory mesh message
    messages messaging method methods min minimum mmddyy mod mode modif modifier modify module move multiply na name
    nametab native nb ne nested nesting new next no node nodes not np ns null number numc o object objects obligatory
    occurrence occurrences occurs of off offset on only open option optional options or order other others out outer
    output overflow overlay pack package pad padding page pages parameter parameters part partially pattern percentage
    perform performing person pf pink places pool pos_high pos_low position pragmas prec precompiled preferred
    preserving primary print priority private procedure process program property protected provide public push
    pushbutton put quan quickinfo radiobutton raise raising range ranges raw rawstring read reader receive received
    receiver receiving red redefinition reduce reduced ref reference refresh regex reject remote renaming replace
    replacement replacing report request requested reserve reset resolution respecting responsible result results
    resumable resume retry return returncode returning returns right rightplus rightspace risk rmc_communication_failure
    rmc_invalid_status rmc_system_failure role rollback round rows rpad rtrim run sap saving scale_preserving
    scale_preserving_scientific scan scientific scientific_with_leading_zero screen scroll scrolling search secondary
    seconds section select selection selections send separate separated set shared shift short sign sign_as_postfix
    simple single size skip skipping smart some sort sortable sorted source space specified split spool spots sql
    sqlscript sstring stable stamp standard starting state statement statements static statics statusinfo stop string
    structure structures style subkey submatches submit subroutine subscreen substring subtract suffix sum summary
    summing supplied supply suppress switch switchstates symbol syncpoints syntax syst tab tabbed table tables tableview
    tabstrip target task tasks test testing text textpool then throw time times timestamp timezone tims tims_is_valid
    title titlebar to tokenization tokens trailing transaction transfer transformation translate transporting trmac
    truncate truncation try tstmp_add_seconds tstmp_current_utctimestamp tstmp_is_valid tstmp_seconds_between type types
    uline unassign under unicode union unique unit unit_conversion unix unpack until unwind up update upper user using
    valid value values varc vary varying version via view visible wait warning when whenever where while width window
    windows with without word work write writer xml xsd yellow yes yymmdd z zero zone`,
  ],
  [Token.KeywordType, 'b c clike csequence d decfloat decfloat16 decfloat34 f n p s t x xstring'],
);

const FUNCTIONS = wordTable(
  [
    Token.NameBuiltin,
    `acos asin assign atan attribute boolc boolx call cast ceil char_off charlen clear cmax cmin cnt concat_lines_of cond
    condense constructor contains contains_any_not_of contains_any_of copy cos cosh count count_any_not_of count_any_of
    create cursor dbmaxlen distance empty escape exp find find_any_not_of find_any_of find_end floor frac from_mixed
    group hashed header include index insert key lines log log10 loop match matches nmax nmin node numeric numofchar
    object parameter read ref repeat replace rescale reverse root round segment shift_left shift_right sign simple sin
    sinh skip sorted space sqrt standard strlen substring substring_after substring_before substring_from substring_to
    sum switch table tan tanh template text to_lower to_mixed to_upper transform translate trunc type value variable
    write xstrlen`,
  ],
  [Token.Keyword, 'data'],
);

function word(lexing: Lexing<undefined>, [text]: RegExpExecArray): void {
  lexing.token(WORDS.get(text.toLowerCase()) ?? Token.Name, text);
}

/** Before a parenthesis even a keyword is a name. */
function call(lexing: Lexing<undefined>, [text]: RegExpExecArray): void {
  lexing.token(FUNCTIONS.get(text.toLowerCase()) ?? Token.Name, text);
}

/** ABAP. */
export const abap = defineLexer({
  tag: 'abap',
  states: () => ({
    root: [
      [/^\*[^\n]*/, Token.CommentMultiline],
      [/"[^\n]*/, Token.CommentSingle],
      [/\s+/, Token.Text],
      [/[A-Za-z_][\w-]{0,100}(?=\()/, call],
      [/[A-Za-z_]\w*/, word],
      [/\d+/, Token.NumberInteger],
      [/'/, Token.StringSingle, 'text'],
      [/`/, Token.StringSingle, 'string'],
      [/\|\||[|()[\]{},.:]/, Token.Punctuation],
      [/[-+*/=<>?&%!@#^~]/, Token.Operator],
    ],
    text: [
      [/''/, Token.StringEscape],
      [/'/, Token.StringSingle, '#pop'],
      [/[^'\\]+|\\(?=.)/s, Token.StringSingle],
    ],
    string: [
      [/``/, Token.StringEscape],
      [/`/, Token.StringSingle, '#pop'],
      [/[^`\\]+|\\(?=.)/s, Token.StringSingle],
    ],
  }),
});
