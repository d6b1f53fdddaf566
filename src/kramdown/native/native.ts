import { strip, stripLeft, stripRight } from '../../util/values/ruby-text.ts';
import { isSpace } from '../characters.ts';
import { Element, type ElementKind, isBlock } from '../element.ts';
import { contentModelOf, SPAN_ELEMENTS } from '../html/elements.ts';
import { becomeNative, textIn } from './become-native.ts';
import { convertCode } from './code.ts';
import { convertTable } from './table.ts';
import { splitEntities } from './text.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Elements that cannot contain text between their children. */
const REMOVES_TEXT = words('html head hgroup ol ul dl table colgroup tbody thead tfoot tr select optgroup');
/** Elements whose text is wrapped in transparent paragraphs. */
const WRAPS_TEXT = words(
  'body section nav article aside header footer address div li dd blockquote figure figcaption fieldset form',
);
const REMOVES_BLANKS = words(`
  body section nav article aside header footer address div li dd blockquote figure figcaption td th fieldset form`);
const STRIPS_BLANKS = words(`
  address article aside blockquote body caption dd div dl dt fieldset figcaption form footer header h1 h2 h3 h4 h5 h6
  legend li nav p section td th`);
const SIMPLE = words('em strong blockquote hr br img p thead tbody tfoot tr td th ul ol dl li dt dd');

const EMPHASIS: Readonly<Record<string, ElementKind>> = { em: 'em', i: 'em', strong: 'strong', b: 'strong' };

/** How an element and its descendants are converted. */
interface Mode {
  readonly isConverting: boolean;
  readonly keepsBlanks: boolean;
}

const CONVERT: Mode = { isConverting: true, keepsBlanks: false };
const KEEP: Mode = { isConverting: false, keepsBlanks: false };

function convertChildren(element: Element, mode: Mode): void {
  element.children = element.children.flatMap((child) => {
    if (child.kind === 'text') return splitEntities(child.value, mode.keepsBlanks || !mode.isConverting);
    convertElement(child, mode, element);
    return [child];
  });
}

/** Leaves an element as HTML, but converts its children. */
function keepHtml(element: Element, mode: Mode): void {
  const contentModel = mode.isConverting ? contentModelOf(element.value) : 'raw';
  element.line = 1;
  element.ial = undefined;
  element.options = { category: SPAN_ELEMENTS.has(element.value) ? 'span' : 'block', contentModel };
  convertChildren(element, mode);
}

/** Turns an element into one of kramdown's kinds if it can be one; returns whether it did. */
type Conversion = (element: Element) => boolean;

const convertLink: Conversion = (element) => {
  if (!element.attributes.has('href')) return false;
  becomeNative(element, 'a');
  convertAll(element);
  return true;
};

const convertEmphasis: Conversion = (element) => {
  const text = textIn(element);
  if (isSpace(text.charCodeAt(0)) || isSpace(text.charCodeAt(text.length - 1))) return false;
  becomeNative(element, EMPHASIS[element.value] ?? 'em');
  convertAll(element);
  return true;
};

const convertHeading: Conversion = (element) => {
  const rawText = textIn(element);
  becomeNative(element, 'header', { level: Number(element.value[1]), rawText });
  convertAll(element);
  return true;
};

const CDATA = /^(?:%[ \t\n\v\f\r]*)?<!\[CDATA\[\n?([\s\S]*?)(?:[ \t\n\v\f\r]%)?\]\]>$/;

const convertScript: Conversion = (element) => {
  const type = element.attributes.get('type') ?? '';
  if (!/(?<!\w)math\/tex(?!\w)/.test(type)) return false;
  becomeNative(element, 'math', { category: type.includes('mode=display') ? 'block' : 'span' });
  element.value = (element.children.shift()?.value ?? '').replace(CDATA, '$1');
  element.attributes.delete('type');
  return true;
};

interface Special {
  readonly convert: Conversion;
  /** The mode for its children if it cannot be converted and stays HTML. */
  readonly fallback: Mode;
}

const emphasis: Special = { convert: convertEmphasis, fallback: KEEP };
const heading: Special = { convert: convertHeading, fallback: KEEP };
const code: Special = { convert: convertCode, fallback: KEEP };

const SPECIAL: ReadonlyMap<string, Special> = new Map<string, Special>([
  ['textarea', { convert: () => false, fallback: { isConverting: true, keepsBlanks: true } }],
  ['a', { convert: convertLink, fallback: KEEP }],
  ...Object.keys(EMPHASIS).map((name): [string, Special] => [name, emphasis]),
  ...[1, 2, 3, 4, 5, 6].map((level): [string, Special] => [`h${level}`, heading]),
  ['code', code],
  ['pre', code],
  ['table', { convert: (element) => convertTable(element, convertAll), fallback: KEEP }],
  ['script', { convert: convertScript, fallback: CONVERT }],
]);

function convertAll(element: Element): void {
  convertChildren(element, CONVERT);
}

function removeText(element: Element): void {
  element.children = element.children.filter(({ kind }) => kind !== 'text');
}

function stripBlanks({ children }: Element): void {
  const [first] = children;
  const last = children[children.length - 1];
  if (first?.kind === 'text') first.value = stripLeft(first.value);
  if (last?.kind === 'text') last.value = stripRight(last.value);
}

/** Removes blank text at both ends and between blocks. */
function removeBlanks(element: Element): void {
  const { children } = element;
  element.children = children.filter((child, index) => {
    if (child.kind !== 'text' || strip(child.value) !== '') return true;
    const before = children[index - 1];
    const after = children[index + 1];
    return before !== undefined && after !== undefined && !(isBlock(before) && isBlock(after));
  });
}

function wrapText(element: Element): void {
  const wrapped: Element[] = [];
  let paragraph: Element | undefined;
  for (const child of element.children) {
    if (isBlock(child) && child.kind !== 'text') {
      wrapped.push(child);
      paragraph = undefined;
      continue;
    }
    if (paragraph === undefined) {
      paragraph = new Element('p', '', undefined, { transparent: true });
      wrapped.push(paragraph);
    }
    paragraph.append(child);
  }
  element.children = wrapped;
}

/** The name of a comment's parent, whose content model decides whether the comment is span-level. */
function parentName(parent: Element | undefined): string {
  if (parent === undefined) return 'div';
  if (parent.kind === 'html_element') return parent.value;
  return parent.kind === 'header' ? 'h1' : parent.kind;
}

function convertGeneric(element: Element, name: string, mode: Mode): void {
  if (mode.isConverting && REMOVES_TEXT.has(name)) removeText(element);
  if (mode.isConverting && SIMPLE.has(name)) {
    becomeNative(element, name as ElementKind);
    convertChildren(element, mode);
  } else {
    keepHtml(element, mode);
  }
  if (!mode.isConverting) return;
  if (STRIPS_BLANKS.has(name)) stripBlanks(element);
  if (REMOVES_BLANKS.has(name)) removeBlanks(element);
  if (WRAPS_TEXT.has(name)) wrapText(element);
}

function convertElement(element: Element, mode: Mode, parent: Element | undefined): void {
  if (element.kind === 'xml_comment' || element.kind === 'xml_pi') {
    element.options = { category: contentModelOf(parentName(parent)) === 'span' ? 'span' : 'block' };
    return;
  }
  if (element.kind !== 'html_element') return;
  const special = mode.isConverting ? SPECIAL.get(element.value) : undefined;
  if (special === undefined) convertGeneric(element, element.value, mode);
  else if (!special.convert(element)) keepHtml(element, special.fallback);
}

/** Turns an HTML element, or all elements of a document, into kramdown's own kinds where there are equivalents. */
export function convertToNative(element: Element): void {
  if (element.kind !== 'root') {
    convertElement(element, CONVERT, undefined);
    return;
  }
  element.children = element.children.flatMap((child) => {
    if (child.kind === 'text') return splitEntities(child.value, false);
    convertElement(child, CONVERT, undefined);
    return [child];
  });
  removeBlanks(element);
}
