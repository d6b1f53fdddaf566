import { highlight } from '../../highlight/highlight.ts';
import type { MarkdownProcessor } from '../../plugin/converter.ts';
import { asHash, type ReadonlyHash } from '../../site/hash.ts';
import { useAutolinks } from './autolinks.ts';
import { useCmarkText } from './cmark-text.ts';
import { useFootnotes } from './footnotes.ts';
import { useLazyHtml } from './lazy-html.ts';
import { commonMarkParser, type MarkdownIt, type Token, useAttributeLists } from './markdown-it.ts';
import { useSmart } from './smart.ts';
import { useTaskLists } from './task-lists.ts';

/** cmark's options and GitHub's extensions, by the names that jekyll-commonmark uses. */
export interface CommonMarkSettings {
  readonly options: ReadonlySet<string>;
  readonly extensions: ReadonlySet<string>;
}

const OMITTED = '<!-- raw HTML omitted -->';
/** For Ruby, unlike JavaScript, a no-break space is part of a word. */
const FIRST_WORD = /[^ \t\n\v\f\r]+/;
/** Elements whose start tags `tagfilter` turns into text; commonmarker's renderer leaves their end tags alone. */
const FILTERED = /<(?=(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:\s|\/?>))/gi;

/** Reads the setting `commonmark:` of the configuration. */
export function readCommonMarkSettings(config: ReadonlyHash): CommonMarkSettings {
  const settings = asHash(config.get('commonmark'));
  const names = (key: string): string[] => {
    const list = settings.get(key);
    return Array.isArray(list) ? list.map(String) : [];
  };
  return {
    options: new Set(names('options').map((name) => name.toUpperCase())),
    extensions: new Set(names('extensions').map((name) => name.toLowerCase())),
  };
}

/** `markdown: GFM`, as on GitHub Pages. */
export const GFM_SETTINGS: CommonMarkSettings = {
  options: new Set(['UNSAFE', 'FOOTNOTES']),
  extensions: new Set(['table', 'strikethrough', 'autolink', 'tagfilter']),
};

/** `markdown: markdown-it`: every extension, and attribute lists. */
export const MARKDOWN_IT_SETTINGS: CommonMarkSettings = {
  options: new Set(['UNSAFE', 'FOOTNOTES']),
  extensions: new Set(['table', 'strikethrough', 'autolink', 'tasklist', 'attrs']),
};

/** CommonMark through markdown-it, with the output of jekyll-commonmark. */
export class CommonMarkProcessor implements MarkdownProcessor {
  readonly #parser: MarkdownIt;

  /** @param extend adds to the parser what the settings cannot express */
  constructor(settings: CommonMarkSettings, extend?: (parser: MarkdownIt) => void) {
    this.#parser = createParser(settings);
    extend?.(this.#parser);
  }

  convert(content: string): string {
    // cmark ends the last line of a text that does not do so itself, which shows in what it copies as it is.
    return this.#parser.render(content === '' || content.endsWith('\n') ? content : `${content}\n`, {});
  }
}

function createParser({ options, extensions }: CommonMarkSettings): MarkdownIt {
  const parser = commonMarkParser({ html: true, breaks: options.has('HARDBREAKS') });
  useCmarkText(parser);
  useLazyHtml(parser);
  if (extensions.has('table')) parser.enable('table');
  if (extensions.has('strikethrough')) parser.enable('strikethrough');
  if (options.has('FOOTNOTES')) useFootnotes(parser);
  if (extensions.has('tasklist')) useTaskLists(parser);
  if (extensions.has('autolink')) useAutolinks(parser);
  if (options.has('SMART')) useSmart(parser);
  if (extensions.has('attrs')) useAttributeLists(parser);
  useRules(parser, { options, extensions });
  return parser;
}

function useRules(parser: MarkdownIt, { options, extensions }: CommonMarkSettings): void {
  const { rules } = parser.renderer;
  const hasLanguageOnPre = options.has('GITHUB_PRE_LANG');
  const code = (tokens: Token[], index: number): string => {
    const token = tokens[index];
    const info = parser.utils.unescapeAll(token?.info ?? '');
    return lineEnd(tokens, index) + codeBlock(token?.content ?? '', info, hasLanguageOnPre);
  };
  const html = (tokens: Token[], index: number): string =>
    lineEnd(tokens, index) + rawHtml(tokens[index], options.has('UNSAFE'), extensions);
  rules['fence'] = code;
  rules['code_block'] = code;
  rules['html_inline'] = html;
  rules['html_block'] = html;
  rules['blockquote_open'] = (tokens, index, settings, _, renderer) =>
    renderer.renderToken(tokens, index, settings) + (tokens[index + 1]?.type === 'blockquote_close' ? '\n' : '');
  rules['image'] = (tokens, index, settings, env, renderer) => {
    const image = tokens[index];
    image?.attrSet('alt', renderer.renderInlineAsText(textsIn(image.children ?? []), settings, env));
    return renderer.renderToken(tokens, index, settings);
  };
  rules['s_open'] = () => '<del>';
  rules['s_close'] = () => '</del>';
  for (const cell of ['th_open', 'td_open']) {
    rules[cell] = (tokens, index) => tableCell(tokens[index]);
  }
  if (options.has('NOBREAKS')) rules['softbreak'] = () => ' ';
}

/** The end of the line before a block: the text of a tight list's item has none itself. */
function lineEnd(tokens: readonly Token[], index: number): string {
  return tokens[index]?.block === true && tokens[index - 1]?.hidden === true ? '\n' : '';
}

/** What commonmarker writes of an image's description: neither code nor HTML. */
function textsIn(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    if (token.type === 'image') return textsIn(token.children ?? []);
    return ['text', 'text_special', 'softbreak'].includes(token.type) ? [token] : [];
  });
}

/** As in jekyll-commonmark, nothing in the name of the language is escaped. */
function codeBlock(content: string, info: string, hasLanguageOnPre: boolean): string {
  const language = FIRST_WORD.exec(info)?.[0] ?? '';
  const html = highlight(content, language === '' ? 'plaintext' : language);
  const data = language === '' ? '' : ` data-lang="${language}"`;
  const name = language === '' ? '' : `language-${language} `;
  const open = hasLanguageOnPre ? `<pre class="highlight"${data}><code>` : `<pre class="highlight"><code${data}>`;
  return `<div class="${name}highlighter-rouge"><div class="highlight">${open}${html}</code></pre></div></div>\n`;
}

/** HTML in the text is omitted without the option UNSAFE, but not HTML that our own rules have generated. */
function rawHtml(token: Token | undefined, isUnsafe: boolean, extensions: ReadonlySet<string>): string {
  if (token === undefined) return '';
  const isOwn = typeof token.meta === 'object' && token.meta !== null && 'isOwn' in token.meta;
  if (isOwn) return token.content;
  if (!isUnsafe) return token.type === 'html_block' ? `${OMITTED}\n` : OMITTED;
  return extensions.has('tagfilter') ? token.content.replace(FILTERED, '&lt;') : token.content;
}

function tableCell(token: Token | undefined): string {
  const align = /text-align:(\w+)/.exec(String(token?.attrGet('style') ?? ''))?.[1];
  return align === undefined ? `<${token?.tag}>` : `<${token?.tag} align="${align}">`;
}
