import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable([
  Token.Keyword,
  `Ascender Attach AxisValue CapHeight CaretOffset CodePageRange Descender DesignAxis ElidableAxisValueName
    ElidedFallbackName ElidedFallbackNameID FSType FeatUILabelNameID FeatUITooltipTextNameID FontRevision GlyphClassDef
    HorizAxis.BaseScriptList HorizAxis.BaseTagList HorizAxis.MinMax IgnoreBaseGlyphs IgnoreLigatures IgnoreMarks
    LigatureCaretByDev LigatureCaretByIndex LigatureCaretByPos LineGap MarkAttachClass MarkAttachmentType NULL
    OlderSiblingFontAttribute Panose ParamUILabelNameID RightToLeft SampleTextNameID TypoAscender TypoDescender
    TypoLineGap UnicodeRange UseMarkFilteringSet Vendor VertAdvanceY VertAxis.BaseScriptList VertAxis.BaseTagList
    VertAxis.MinMax VertOriginY VertTypoAscender VertTypoDescender VertTypoLineGap WeightClass WidthClass XHeight anchor
    anchorDef anon anonymous by contour cursive device enum enumerate exclude_dflt feature featureNames flag from ignore
    include_dflt language languagesystem location lookup lookupflag mark markClass name nameid parameters pos position
    required reversesub rsub script sizemenuname sub substitute subtable table useExtension valueRecordDef winAscent
    winDescent`,
]);

/** Feature files of OpenType fonts. */
export const opentypeFeatureFile = defineLexer({
  tag: 'opentype_feature_file',
  states: () => ({
    root: [
      [/\s+/, Token.Whitespace],
      [/#[^\n]*/, Token.Comment],
      [/(anon|anonymous|feature|lookup|table)(\s+)/, [Token.Keyword, Token.Text], 'name'],
      [/(\})(\s)/, [Token.Punctuation, Token.Text], 'name'],
      [/include(?!\w)/i, Token.Keyword, 'include'],
      [/[A-Za-z_][\w./-]*/, byWord(WORDS, Token.Name)],
      [/@[A-Za-z_][\w./-]*/, Token.NameClass],
      [/\\[^\s*.]+/, Token.StringEscape],
      [/0x[\da-fA-F]+/, Token.NumberHex],
      [/\d+/, Token.NumberInteger],
      [/"/, Token.String, 'string'],
      [/`/, Token.StringBacktick],
      [/[-%'()*,./:;<=>[\]{}]/, Token.Punctuation],
    ],
    // Whatever stands before the name is wrong.
    name: [[/[A-Za-z_][\w./-]*/, Token.NameFunction, '#pop']],
    include: [
      [/\s+/, Token.Whitespace],
      [/\(/, Token.Punctuation],
      [/\)/, Token.Punctuation, '#pop'],
      [/[^\s()]+/, Token.String],
    ],
    string: [
      [/[^"%\n]+/, Token.String],
      [/"/, Token.String, '#pop'],
    ],
  }),
});
