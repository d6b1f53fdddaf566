import { findAbbreviation } from '../abbreviations.ts';
import { type Attributes, Element, isSpan } from '../element.ts';
import { VOID_ELEMENTS } from '../html/elements.ts';
import type { Settings } from '../options.ts';
import type { AbbreviationDefinition, TakeSpans, Warning } from '../parser.ts';
import { joinCjkLines } from './cjk-lines.ts';
import { CodeHighlighter, type Highlight } from './code.ts';
import { writeCodeblock, writeCodespan } from './code-elements.ts';
import type { ElementWriter, OwnWriter } from './element-writer.ts';
import { writeEntity } from './entity.ts';
import { escapeText, writeAttributes } from './escape.ts';
import { writeFigure } from './figure.ts';
import { FootnoteList } from './footnotes.ts';
import { basicId, HeadingIds } from './ids.ts';
import { joinEach, MANY } from './join-each.ts';
import { writeFormula, writeMathJax } from './math.ts';
import { quoteEntity, writeSymbol } from './symbols.ts';
import { INDENT, indentation, writeLine, writeSpan } from './tag.ts';
import { makeToc, type TocEntry } from './toc.ts';

const NO_TOC = /(?<!\w)no_toc(?!\w)/;
const NO_BREAK_SPACE = { codePoint: 160, name: 'nbsp' };

/** What the writer needs to know about a document besides its tree. */
interface DocumentFacts {
  readonly abbreviations: ReadonlyMap<string, AbbreviationDefinition>;
  readonly warnings: Warning[];
  /** Resolves blocks as they are written; undefined if nothing is left to resolve. */
  readonly resolver: BlockResolver | undefined;
}

/** The part of `Resolver` that the writer uses. */
interface BlockResolver {
  open(block: Element, isOwn: boolean, take?: TakeSpans): void;
  openAll(block: Element, isOwn: boolean): void;
  finish(): void;
}

/** A random string that stands for a part of the output not known yet; no document can contain it by intent. */
function makePlaceholder(): string {
  const part = (): string => Math.random().toString(36).slice(2);
  return `\uE000${part()}${part()}${part()}\uE001`;
}

/** Writes a document tree as HTML. Each document needs a writer of its own. */
export class HtmlWriter {
  private readonly stack: Element[] = [];
  private readonly ids: HeadingIds;
  private readonly code: CodeHighlighter;
  private readonly footnotes: FootnoteList;
  private readonly tocEntries: TocEntry[] = [];
  private toc: { readonly list: Element; readonly placeholder: string } | undefined;
  private footnotePlaceholder: string | undefined;
  private htmlDepth = 0;
  private ownWriter: OwnWriter | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly facts: DocumentFacts,
    highlight: Highlight | undefined,
    private readonly elementWriter?: ElementWriter,
  ) {
    this.ids = new HeadingIds(settings);
    this.code = new CodeHighlighter(settings, highlight, facts.warnings);
    this.footnotes = new FootnoteList(settings);
  }

  /** What this writer does, for the one that takes its place: most documents have none. */
  private get own(): OwnWriter {
    this.ownWriter ??= {
      settings: this.settings,
      convert: (element, indent) => this.convertOwn(element, indent),
      inner: (element, indent) => this.inner(element, indent),
      makeId: (text) => this.ids.make(text),
      highlight: (code, language, kind) => this.code.run(code, language, kind),
      addToToc: (entry) => this.tocEntries.push(entry),
    };
    return this.ownWriter;
  }

  write(root: Element): string {
    let html = this.body(root, -INDENT);
    this.facts.resolver?.finish();
    const footnotes = this.footnotes.write((element, indent) => this.convert(element, indent));
    if (this.footnotePlaceholder === undefined) html += footnotes;
    else html = html.replace(this.footnotePlaceholder, () => footnotes);
    if (this.toc !== undefined) {
      const list = makeToc(this.tocEntries, this.toc.list);
      const toc = list.children.length === 0 ? '' : this.convert(list, 0);
      html = html.replace(this.toc.placeholder, () => toc);
    }
    return html;
  }

  /** Resolves the contents of a block. */
  private open(block: Element, take?: TakeSpans): void {
    this.facts.resolver?.open(block, this.htmlDepth === 0, take);
  }

  /** Resolves and writes the contents of a block, and releases them. */
  private body(block: Element, indent: number): string {
    this.open(block);
    return this.takeInner(block, indent);
  }

  /** Writes the contents of an open block, and releases them. */
  private takeInner(block: Element, indent: number): string {
    const html = this.inner(block, indent);
    block.release();
    return html;
  }

  private inner(element: Element, indent: number): string {
    return this.innerOf(element, element.children, indent);
  }

  private innerOf(element: Element, children: readonly Element[], indent: number): string {
    this.stack.push(element);
    const html =
      children.length > MANY
        ? joinEach(children, (child) => this.convert(child, indent + INDENT))
        : this.addChildren(children, indent);
    this.stack.pop();
    return html;
  }

  private addChildren(children: readonly Element[], indent: number): string {
    let html = '';
    for (let index = 0; index < children.length; index++) {
      const child = children[index];
      if (child !== undefined) html += this.convert(child, indent + INDENT);
    }
    return html;
  }

  private convert(element: Element, indent: number): string {
    const { elementWriter } = this;
    return elementWriter?.kinds.has(element.kind) === true
      ? elementWriter.write(element, indent, this.own)
      : this.convertOwn(element, indent);
  }

  private convertOwn(element: Element, indent: number): string {
    switch (element.kind) {
      case 'text':
        return this.text(element);
      case 'blank':
        return '\n';
      case 'p':
        return this.paragraph(element, indent);
      case 'a':
      case 'em':
      case 'strong':
        return writeSpan(element.kind, element.ownAttributes, this.inner(element, indent));
      case 'img':
        return `<img${writeAttributes(element.ownAttributes)} />`;
      case 'br':
        return '<br />';
      case 'codespan':
        return writeCodespan(element, this.code);
      case 'entity':
        return this.entity(element);
      case 'smart_quote':
        return writeEntity(quoteEntity(element.value, this.settings.smart_quotes), this.settings.entity_output);
      case 'typographic_sym':
        return writeSymbol(element.value, this.settings);
      case 'footnote':
        return this.footnotes.mark(element);
      case 'abbreviation':
        return this.abbreviation(element);
      case 'math':
        return this.math(element, indent);
      default:
        return this.block(element, indent);
    }
  }

  private block(element: Element, indent: number): string {
    switch (element.kind) {
      case 'header':
        return this.header(element, indent);
      case 'codeblock':
        return writeCodeblock(element, indent, this.code);
      case 'ul':
      case 'ol':
        return this.list(element, indent);
      case 'li':
      case 'dd':
        return this.item(element, indent);
      case 'dt':
        return this.term(element, indent);
      case 'blockquote':
      case 'dl':
      case 'table':
      case 'thead':
      case 'tbody':
      case 'tfoot':
        return this.container(element, indent);
      case 'tr':
        return this.row(element, indent);
      case 'td':
        return this.cell(element, indent, this.stack[this.stack.length - 1]?.children.indexOf(element) ?? 0);
      case 'hr':
        return `${indentation(indent)}<hr${writeAttributes(element.ownAttributes)} />\n`;
      case 'html_element':
        return this.htmlElement(element, indent);
      case 'xml_comment':
      case 'xml_pi':
        return this.isOnOwnLine(element) ? `${indentation(indent)}${element.value}\n` : element.value;
      default:
        return this.verbatim(element, indent);
    }
  }

  /** Elements that are written as in the input. */
  private verbatim(element: Element, indent: number): string {
    const { kind, value, options } = element;
    const isBlock = options.category === 'block';
    if (kind === 'comment') return isBlock ? `${indentation(indent)}<!-- ${value} -->\n` : `<!-- ${value} -->`;
    if (kind === 'raw_text') return escapeText(value);
    const { formats = [] } = options;
    if (kind !== 'raw' || (formats.length > 0 && !formats.includes('html'))) return '';
    return isBlock ? `${value}\n` : value;
  }

  private container(element: Element, indent: number): string {
    const space = indentation(indent);
    const { kind } = element;
    return `${space}<${kind}${writeAttributes(element.ownAttributes)}>\n${this.body(element, indent)}${space}</${kind}>\n`;
  }

  private text(element: Element): string {
    const escaped = escapeText(element.value);
    return this.settings.remove_line_breaks_for_cjk ? joinCjkLines(escaped) : escaped;
  }

  private paragraph(element: Element, indent: number): string {
    // The spans of a long paragraph are written in parts, as they are parsed.
    let start = '';
    this.open(element, (spans) => {
      start += this.innerOf(element, spans, indent);
    });
    if (element.options.transparent === true) return start + this.takeInner(element, indent);
    const [first, second] = element.children;
    if (start === '' && first?.kind === 'img' && second === undefined && first.ial?.refersTo('standalone') === true) {
      return writeFigure(element, first, indent);
    }
    return writeLine('p', element.ownAttributes, start + this.takeInner(element, indent), indent);
  }

  private header(element: Element, indent: number): string {
    const { settings } = this;
    this.open(element);
    const attributes: Attributes = new Map(element.ownAttributes);
    const { level = 1, rawText = '' } = element.options;
    if (settings.auto_ids && !attributes.has('id')) attributes.set('id', this.ids.make(rawText));
    const id = attributes.get('id');
    if (settings.header_links && typeof id === 'string' && id !== '') {
      const link = new Element('a', '', undefined, undefined, new Map([['href', `#${id}`]]));
      element.children = [link, ...element.children];
    }
    const isInToc = settings.toc_levels.includes(level) && !NO_TOC.test(attributes.get('class') ?? '');
    if (typeof id === 'string' && isInToc) this.tocEntries.push({ level, id, children: element.children });
    const shown = Math.max(Math.min(level + settings.header_offset, 6), 1);
    return writeLine(`h${shown}`, attributes, this.takeInner(element, indent), indent);
  }

  /** A list or, if its attribute list says so, the placeholder of the table of contents or the footnotes. */
  private list(element: Element, indent: number): string {
    if (this.toc === undefined && element.ial?.refersTo('toc') === true) {
      this.facts.resolver?.openAll(element, this.htmlDepth === 0);
      this.toc = { list: element, placeholder: makePlaceholder() };
      return this.toc.placeholder;
    }
    if (this.footnotePlaceholder === undefined && element.ial?.refersTo('footnotes') === true) {
      this.facts.resolver?.openAll(element, this.htmlDepth === 0);
      this.footnotePlaceholder = makePlaceholder();
      return this.footnotePlaceholder;
    }
    return this.container(element, indent);
  }

  private item(element: Element, indent: number): string {
    const { kind } = element;
    const space = indentation(indent);
    const open = `${space}<${kind}${writeAttributes(element.ownAttributes)}>`;
    this.open(element);
    const { children } = element;
    const [first] = children;
    const body = this.takeInner(element, indent);
    if (first === undefined || (first.kind === 'p' && first.options.transparent === true)) {
      // Looking at its end flattens the string of a body, with nested lists once per level, so it is avoided for lists.
      const endsWithLine = isPlainList(children[children.length - 1]) || body.endsWith('\n');
      return `${open}${body}${endsWithLine ? space : ''}</${kind}>\n`;
    }
    return `${open}\n${body}${space}</${kind}>\n`;
  }

  private term(element: Element, indent: number): string {
    this.open(element);
    const attributes: Attributes = new Map(element.ownAttributes);
    const references = this.stack[this.stack.length - 1]?.ial?.references ?? [];
    const reference = references.find((name) => name.startsWith('auto_ids'));
    if (reference !== undefined && !attributes.get('id')) {
      const prefix = /^auto_ids-([\w-]+)/.exec(reference)?.[1] ?? '';
      attributes.set('id', `${prefix}${basicId(element.options.rawText ?? '')}`.trimStart());
    }
    return writeLine('dt', attributes, this.takeInner(element, indent), indent);
  }

  private isInRawHtml(): boolean {
    const parent = this.stack[this.stack.length - 1];
    return parent?.kind === 'html_element' && parent.options.contentModel === 'raw';
  }

  private isOnOwnLine(element: Element): boolean {
    return element.options.category === 'block' && !this.isInRawHtml();
  }

  private htmlElement(element: Element, indent: number): string {
    this.htmlDepth++;
    const body = isSpan(element) ? this.inner(element, indent) : this.body(element, indent);
    this.htmlDepth--;
    const { value: name, options } = element;
    const open = `<${name}${writeAttributes(element.ownAttributes)}`;
    if (options.category === 'span') {
      return body === '' && VOID_ELEMENTS.has(name) ? `${open} />` : `${open}>${body}</${name}>`;
    }
    const isOnOwnLine = !this.isInRawHtml();
    const space = indentation(indent);
    const html = open + this.htmlBody(element, body, space);
    return isOnOwnLine ? `${space}${html}\n` : html;
  }

  private htmlBody({ value: name, options }: Element, body: string, space: string): string {
    if (options.isClosed === true && options.contentModel === 'raw') return ' />';
    if (body === '') return VOID_ELEMENTS.has(name) ? ' />' : `></${name}>`;
    if (options.contentModel !== 'block') return `>${body}</${name}>`;
    return `>\n${body.endsWith('\n') ? body.slice(0, -1) : body}\n${space}</${name}>`;
  }

  private row(element: Element, indent: number): string {
    const space = indentation(indent);
    this.open(element);
    this.stack.push(element);
    const cells = joinEach(element.children, (child, column) =>
      child.kind === 'td' && this.elementWriter === undefined
        ? this.cell(child, indent + INDENT, column)
        : this.convert(child, indent + INDENT),
    );
    this.stack.pop();
    element.release();
    return `${space}<tr${writeAttributes(element.ownAttributes)}>\n${cells}${space}</tr>\n`;
  }

  private cell(element: Element, indent: number, column: number): string {
    const { stack } = this;
    const body = this.body(element, indent);
    const kind = stack[stack.length - 2]?.kind === 'thead' ? 'th' : 'td';
    const alignment = stack[stack.length - 3]?.options.alignment?.[column] ?? 'default';
    const attributes = alignment === 'default' ? element.ownAttributes : alignedAttributes(element, alignment);
    const content = body === '' ? writeEntity(NO_BREAK_SPACE, this.settings.entity_output) : body;
    return writeLine(kind, attributes, content, indent);
  }

  private entity(element: Element): string {
    const { entity, original } = element.options;
    return entity === undefined ? '' : writeEntity(entity, this.settings.entity_output, original);
  }

  private abbreviation(element: Element): string {
    const definition = findAbbreviation(this.facts.abbreviations, element.value);
    const attributes: Attributes = new Map(definition?.element.attributes);
    if (definition !== undefined && definition.text !== '') attributes.set('title', definition.text);
    return writeSpan('abbr', attributes, element.value);
  }

  private math(element: Element, indent: number): string {
    const { math_engine: engine } = this.settings;
    if (engine === 'mathjax') return writeMathJax(element, indent);
    if (engine !== undefined) this.facts.warnings.push(() => `The configured math engine ${engine} is not available.`);
    return writeFormula(element, indent);
  }
}

function alignedAttributes({ ownAttributes }: Element, alignment: string): Attributes {
  const style = ownAttributes?.get('style');
  const alignedStyle = `${style === undefined ? '' : `${style}; `}text-align: ${alignment}`;
  return new Map(ownAttributes).set('style', alignedStyle);
}

/** Whether an element is a list that cannot be a placeholder, and whose output therefore ends in a newline. */
function isPlainList(element: Element | undefined): boolean {
  return (element?.kind === 'ul' || element?.kind === 'ol') && element.ial === undefined;
}
