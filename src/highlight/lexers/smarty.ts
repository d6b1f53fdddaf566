import { between, defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';
import { html } from './html.ts';

const WORDS = wordTable(
  [
    Token.NameBuiltin,
    `append assign block break call capitalize capture cat config_load continue count_characters count_paragraphs
    count_sentences count_words counter cycle date_format debug default else elseif escape eval extends fetch for foreach
    foreachelse from_charset function html_checkboxes html_image html_options html_radios html_select_date html_select_time
    html_table if include include_php indent insert ldelim literal lower mailto math nl2br nocache php rdelim regex_replace
    replace section sectionelse setfilter spacify string_format strip strip_tags textformat to_charset truncate unescape
    upper while wordwrap`,
  ],
  [Token.KeywordConstant, 'false null true'],
);

const states = (): States<undefined> => ({
  root: [
    [between(/\{\*/, '*}'), Token.Comment],
    // Behind text a brace opens a tag only before certain signs …
    [/\{\/?(?![\s*])/, Token.Keyword, 'tag'],
    [/.[^{]*(?:\{(?![A-Za-z\d$#"'/*])[^{]*)*/s, (lexing, [text]) => lexing.delegate(html, text)],
  ],
  tag: [
    [/\s+/, Token.Text],
    // … and within a tag before what is no space.
    [/\{\/?(?![\s*])/, Token.Keyword, '#push'],
    [/\}/, Token.Keyword, '#pop'],
    [/#[A-Za-z_]\w*#/, Token.NameVariable],
    [/\$[A-Za-z_]\w*(?:\.\w+)*/, Token.NameVariable],
    [/\d+(?:\.\d*)?/, Token.Number],
    [/"(?:\\.|[^"\\\n])*"/, Token.StringDouble],
    [/'(?:\\.|[^'\\\n])*'/, Token.StringSingle],
    [/[A-Za-z_]\w*/, byWord(WORDS, Token.NameAttribute)],
    [/[!%&()*+,\-./:;<=>?@[\]^|~]/, Token.Operator],
  ],
});

/** Templates of Smarty, in HTML. */
export const smarty = defineLexer({ tag: 'smarty', states });
