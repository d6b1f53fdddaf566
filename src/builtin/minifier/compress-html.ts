import { strip } from '../../plugin/plugin.ts';
import { compressTags } from './compress-tags.ts';
import type { HtmlOptions } from './html-options.ts';
import { replaceBetween, tagPatterns } from './replace-between.ts';

/** The parts of a page that are compressed apart from it or not at all, by what stands for them: `%%%~COMPRESS~PRE~0~%%%`. */
interface Blocks {
  readonly conditions: string[];
  readonly events: string[];
  readonly preformatted: string[];
  readonly scripts: string[];
  readonly skipped: string[];
  readonly styles: string[];
  readonly textAreas: string[];
  readonly lineBreaks: string[];
  readonly preserved: string[][];
}

const SPACE = '[ \\t\\r\\n\\f\\v]';
const SKIP_OPEN = new RegExp(`<!--${SPACE}*\\{\\{\\{${SPACE}*-->`, 'g');
const SKIP_CLOSE = new RegExp(`<!--${SPACE}*\\}\\}\\}${SPACE}*-->`, 'g');
const CONDITION_OPEN = /<!(?:--)?\[[^\]]+\]>/g;
const CONDITION_CLOSE = /<!\[[^\]]+\]-->/g;
const EVENTS: readonly RegExp[] = [
  new RegExp(`(${SPACE}on[a-z]+${SPACE}*=${SPACE}*")([^"\\\\\\r\\n]*(?:\\\\[^\\n][^"\\\\\\r\\n]*)*)(")`, 'gi'),
  new RegExp(`(${SPACE}on[a-z]+${SPACE}*=${SPACE}*')([^'\\\\\\r\\n]*(?:\\\\[^\\n][^'\\\\\\r\\n]*)*)(')`, 'gi'),
];
const SCRIPT_TYPE = new RegExp(`type${SPACE}*=${SPACE}*(["']*)([^]+?)\\1`, 'i');
const LINE_BREAK = /(?:[\p{Zs}\t]*(\r?\n)[\p{Zs}\t]*)+/gu;
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/i;
const EVENT_PROTOCOL = new RegExp(`^javascript:${SPACE}*([^]+)`, 'i');
const JAVASCRIPT_TYPES: ReadonlySet<string> = new Set(['', 'text/javascript', 'application/javascript']);

const PRE = tagPatterns('pre');
const SCRIPT = tagPatterns('script');
const STYLE = tagPatterns('style');
const TEXT_AREA = tagPatterns('textarea');

/**
 * Compresses HTML, or any other text, as the gem htmlcompressor 0.4.0 does. It knows nothing of the syntax.
 *
 * @throws whatever `compressScript` and `compressStyle` throw
 */
export function compressHtml(html: string, options: HtmlOptions): string {
  if (html === '') return html;
  const blocks: Blocks = {
    conditions: [],
    events: [],
    preformatted: [],
    scripts: [],
    skipped: [],
    styles: [],
    textAreas: [],
    lineBreaks: [],
    preserved: options.preservePatterns.map(() => []),
  };
  const compressed = compressTags(takeOut(html, blocks, options), options);
  return putBack(compressed, compressBlocks(blocks, options), options);
}

function place(kind: string, blocks: string[], text: string): string {
  return `%%%~COMPRESS~${kind}~${blocks.push(text) - 1}~%%%`;
}

const isBlank = (text: string): boolean => strip(text) === '';

function takeOut(source: string, blocks: Blocks, options: HtmlOptions): string {
  let html = source;
  for (const [number, pattern] of options.preservePatterns.entries()) {
    const preserved = blocks.preserved[number] ?? [];
    html = html.replace(pattern, (match) => {
      return isBlank(match) ? '' : `%%%~COMPRESS~USER${number}~${preserved.push(match) - 1}~%%%`;
    });
  }
  html = replaceBetween(html, SKIP_OPEN, SKIP_CLOSE, (open, body, close) => {
    const all = open + body + close;
    return isBlank(body) ? all : place('SKIP', blocks.skipped, all);
  });
  html = replaceBetween(html, CONDITION_OPEN, CONDITION_CLOSE, (open, body, close) => {
    return isBlank(body) ? '' : place('COND', blocks.conditions, open + compressHtml(body, options) + close);
  });
  for (const event of EVENTS) {
    html = html.replace(event, (_, start, body, end) =>
      isBlank(body) ? '' : start + place('EVENT', blocks.events, body) + end,
    );
  }
  return takeOutElements(html, blocks, options);
}

function takeOutElements(source: string, blocks: Blocks, options: HtmlOptions): string {
  let html = replaceBetween(source, ...PRE, (open, body, close) =>
    isBlank(body) ? '' : open + place('PRE', blocks.preformatted, body) + close,
  );
  html = replaceBetween(html, ...SCRIPT, (open, body, close) => {
    const type = (SCRIPT_TYPE.exec(open)?.[2] ?? '').toLowerCase();
    if (isBlank(body)) return open + body + close;
    if (JAVASCRIPT_TYPES.has(type)) return open + place('SCRIPT', blocks.scripts, body) + close;
    return open + (options.templateTypes.includes(type) ? body : place('SKIP', blocks.skipped, body)) + close;
  });
  html = replaceBetween(html, ...STYLE, (open, body, close) =>
    isBlank(body) ? open + body + close : open + place('STYLE', blocks.styles, body) + close,
  );
  html = replaceBetween(html, ...TEXT_AREA, (open, body, close) => {
    return open + place('TEXTAREA', blocks.textAreas, isBlank(body) ? '' : body) + close;
  });
  if (!options.preserveLineBreaks) return html;
  return html.replace(LINE_BREAK, (_, lineBreak) => place('LT', blocks.lineBreaks, lineBreak));
}

function compressBlocks(blocks: Blocks, options: HtmlOptions): Blocks {
  const { compressScript, compressStyle, removeJavascriptProtocol } = options;
  return {
    ...blocks,
    scripts:
      compressScript === null ? blocks.scripts : blocks.scripts.map((source) => scriptText(source, compressScript)),
    styles: compressStyle === null ? blocks.styles : blocks.styles.map((source) => styleText(source, compressStyle)),
    events: removeJavascriptProtocol
      ? blocks.events.map((source) => source.replace(EVENT_PROTOCOL, '$1'))
      : blocks.events,
  };
}

function scriptText(source: string, compress: (source: string) => string): string {
  const data = CDATA.exec(source)?.[1];
  return data === undefined ? strip(compress(source)) : `/*<![CDATA[*/${strip(compress(data))}/*]]>*/`;
}

function styleText(source: string, compress: (source: string) => string): string {
  const data = CDATA.exec(source)?.[1];
  return data === undefined ? compress(source) : `<![CDATA[${compress(data)}]]>`;
}

/** In the gem's order: a block may contain what stands for one that comes later. */
function putBack(compressed: string, blocks: Blocks, options: HtmlOptions): string {
  const kinds: readonly (readonly [string, readonly string[]])[] = [
    ['SKIP', blocks.skipped],
    ...(options.preserveLineBreaks ? ([['LT', blocks.lineBreaks]] as const) : []),
    ['TEXTAREA', blocks.textAreas],
    ['STYLE', blocks.styles],
    ['SCRIPT', blocks.scripts],
    ['PRE', blocks.preformatted],
    ['EVENT', blocks.events],
    ['COND', blocks.conditions],
    ...blocks.preserved.map((texts, number) => [`USER${number}`, texts] as const),
  ];
  let html = compressed;
  for (const [kind, texts] of kinds) {
    html = html.replace(new RegExp(`%%%~COMPRESS~${kind}~(\\d+)~%%%`, 'g'), (_, index) => texts[Number(index)] ?? '');
  }
  return html;
}
