import { abbreviationDefinition } from './block/abbreviation-definition.ts';
import { blankLine } from './block/blank-line.ts';
import { blockquote } from './block/blockquote.ts';
import { endsLazyMarkdown, endsLazyText } from './block/boundary.ts';
import { codeblock } from './block/codeblock.ts';
import { definitionList } from './block/definition-list.ts';
import { endOfBlock } from './block/end-of-block.ts';
import { blockExtensions } from './block/extension.ts';
import { fencedCodeblock, fencedCodeblockGfm } from './block/fenced-codeblock.ts';
import { footnoteDefinition } from './block/footnote-definition.ts';
import { atxHeader, atxHeaderGfm, atxHeaderGfmQuirk, setextHeader } from './block/header.ts';
import { horizontalRule } from './block/horizontal-rule.ts';
import { blockHtml } from './block/html.ts';
import { linkDefinition } from './block/link-definition.ts';
import { list, listGfm } from './block/list.ts';
import { blockMath } from './block/math.ts';
import { endsParagraph, endsParagraphGfm, paragraph } from './block/paragraph.ts';
import { smartyPantsText } from './block/smarty-pants-text.ts';
import { table } from './block/table.ts';
import { type BlockRule, BlockRuleTable, type SpanRule, SpanRuleTable } from './dispatch.ts';
import type { Settings } from './options.ts';
import type { Dialect } from './parser.ts';
import { textOf, textOfGfm } from './plain-text.ts';
import { autolink } from './span/autolink.ts';
import { codespan } from './span/codespan.ts';
import { emoji } from './span/emoji.ts';
import { emphasis } from './span/emphasis.ts';
import { escapedCharacters, escapedCharactersGfm } from './span/escaped-characters.ts';
import { spanExtensions } from './span/extension.ts';
import { footnoteMarker } from './span/footnote-marker.ts';
import { spanHtml } from './span/html.ts';
import { htmlEntity } from './span/html-entity.ts';
import { lineBreak } from './span/line-break.ts';
import { link } from './span/link.ts';
import { inlineMath } from './span/math.ts';
import { smartQuotes } from './span/smart-quotes.ts';
import { strikethrough } from './span/strikethrough.ts';
import { typographicSymbols } from './span/typographic-symbols.ts';

/** A row of the tables below: the rules of kramdown, GFM and plain Markdown; undefined if the dialect has none. */
interface Row<Rule> {
  readonly kramdown: Rule;
  readonly gfm: Rule | undefined;
  readonly markdown: Rule | undefined;
}

const everywhere = <Rule>(rule: Rule): Row<Rule> => ({ kramdown: rule, gfm: rule, markdown: rule });
const notInMarkdown = <Rule>(rule: Rule, gfm: Rule = rule): Row<Rule> => ({ kramdown: rule, gfm, markdown: undefined });

/** The rules for blocks, in order: the first that accepts the text wins. */
const BLOCK_RULES: readonly Row<BlockRule>[] = [
  everywhere(blankLine),
  everywhere(codeblock),
  notInMarkdown(fencedCodeblock, fencedCodeblockGfm),
  everywhere(blockquote),
  { ...everywhere(atxHeader), gfm: atxHeaderGfmQuirk },
  everywhere(horizontalRule),
  { ...everywhere(list), gfm: listGfm },
  notInMarkdown(definitionList),
  everywhere(blockHtml),
  everywhere(setextHeader),
  notInMarkdown(blockMath),
  notInMarkdown(table),
  notInMarkdown(footnoteDefinition),
  everywhere(linkDefinition),
  notInMarkdown(abbreviationDefinition),
  notInMarkdown(blockExtensions),
  everywhere(endOfBlock),
  everywhere(paragraph),
];

/** The rules for spans, in order: the first that accepts the text wins. */
const SPAN_RULES: readonly Row<SpanRule>[] = [
  everywhere(emphasis),
  everywhere(codespan),
  everywhere(autolink),
  everywhere(spanHtml),
  notInMarkdown(footnoteMarker),
  everywhere(link),
  notInMarkdown(smartQuotes),
  notInMarkdown(inlineMath),
  notInMarkdown(spanExtensions),
  everywhere(htmlEntity),
  notInMarkdown(typographicSymbols),
  everywhere(lineBreak),
  { ...everywhere(escapedCharacters), gfm: escapedCharactersGfm },
];

const isRule = <Rule>(rule: Rule | undefined): rule is Rule => rule !== undefined;

/** What kramdown's dialect has in common with the others. */
const SHARED = {
  htmlSpans: new SpanRuleTable([spanHtml]),
  tableCheckSpans: new SpanRuleTable([codespan, spanHtml]),
  plainText: textOf,
  isGfm: false,
  gfmLineBreak: '',
  endsParagraph,
  endsLazyText,
  hasAttributeLists: true,
};

const makeKramdown = (): Dialect => ({
  ...SHARED,
  blocks: new BlockRuleTable(BLOCK_RULES.map((row) => row.kramdown)),
  spans: new SpanRuleTable(SPAN_RULES.map((row) => row.kramdown)),
});

const makeMarkdown = (): Dialect => ({
  ...SHARED,
  blocks: new BlockRuleTable(BLOCK_RULES.map((row) => row.markdown).filter(isRule)),
  spans: new SpanRuleTable(SPAN_RULES.map((row) => row.markdown).filter(isRule)),
  endsParagraph: endsLazyMarkdown,
  endsLazyText: endsLazyMarkdown,
  hasAttributeLists: false,
});

/** Jekyll's filter `smartify`: HTML, quotes, entities and symbols only. */
const makeSmartyPants = (): Dialect => ({
  ...SHARED,
  blocks: new BlockRuleTable([blockHtml, smartyPantsText]),
  spans: new SpanRuleTable([smartQuotes, htmlEntity, typographicSymbols, spanHtml]),
});

/** What GFM's options decide. */
interface GfmOptions {
  /** Whether each line end is a line break. */
  readonly hardWrap: boolean;
  /** Whether a header, list, quote or block of code ends the paragraph above it. */
  readonly endsParagraphs: boolean;
  /** Whether dots and hyphens become ellipses and dashes. */
  readonly isTypographic: boolean;
  readonly hasEmoji: boolean;
}

function makeGfm({ hardWrap, endsParagraphs, isTypographic, hasEmoji }: GfmOptions): Dialect {
  const blocks = BLOCK_RULES.map(({ gfm }) => (gfm === atxHeaderGfmQuirk && !endsParagraphs ? atxHeaderGfm : gfm));
  const spans = SPAN_RULES.map(({ gfm }) => gfm).filter(
    (rule) => !(rule === lineBreak && hardWrap) && !(rule === typographicSymbols && !isTypographic),
  );
  return {
    ...SHARED,
    blocks: new BlockRuleTable(blocks.filter(isRule)),
    spans: new SpanRuleTable([...(hasEmoji ? [emoji] : []), ...spans.filter(isRule), strikethrough]),
    endsParagraph: endsParagraphs ? endsParagraphGfm : endsParagraph,
    plainText: textOfGfm,
    isGfm: true,
    gfmLineBreak: hardWrap ? '\n' : '\\\n',
  };
}

/** The dialects used so far; they hold no state of a document. */
const dialects = new Map<string, Dialect>();

function cached(key: string, make: () => Dialect): Dialect {
  const dialect = dialects.get(key) ?? make();
  dialects.set(key, dialect);
  return dialect;
}

function gfmDialectOf({ hard_wrap: hardWrap, gfm_quirks: quirks, gfm_emojis: hasEmoji }: Settings): Dialect {
  const endsParagraphs = quirks.includes('paragraph_end');
  const isTypographic = !quirks.includes('no_auto_typographic');
  const key = `GFM ${hardWrap} ${endsParagraphs} ${isTypographic} ${hasEmoji}`;
  return cached(key, () => makeGfm({ hardWrap, endsParagraphs, isTypographic, hasEmoji }));
}

/** The dialect that the option `input` names; undefined if there is none of that name. */
export function dialectOf(input: string, settings: Settings): Dialect | undefined {
  switch (input[0]?.toUpperCase() + input.slice(1)) {
    case 'Kramdown':
      return cached('kramdown', makeKramdown);
    case 'Markdown':
      return cached('Markdown', makeMarkdown);
    case 'SmartyPants':
      return cached('SmartyPants', makeSmartyPants);
    case 'GFM':
      return gfmDialectOf(settings);
    default:
      return undefined;
  }
}
