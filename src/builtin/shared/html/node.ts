/** Text, with its character references resolved. */
export interface HtmlText {
  readonly kind: 'text';
  text: string;
}

/** Source that is written as it was read: comments, processing instructions, the content of scripts and style sheets. */
interface HtmlVerbatim {
  readonly kind: 'verbatim';
  readonly source: string;
}

export interface HtmlElement {
  readonly kind: 'element';
  name: string;
  /** The value is `null` for an attribute without one. */
  readonly attributes: Map<string, string | null>;
  readonly children: HtmlNode[];
}

export type HtmlNode = HtmlText | HtmlVerbatim | HtmlElement;

/** All text inside some nodes. */
export function textOf(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => (node.kind === 'text' ? node.text : node.kind === 'element' ? textOf(node.children) : ''))
    .join('');
}

/** The text inside an element, as Nokogiri's `content` gives it: the source of scripts and style sheets belongs to it. */
export function contentOf({ name, children }: HtmlElement): string {
  const isRaw = name === 'script' || name === 'style';
  let content = '';
  for (const node of children) {
    if (node.kind === 'text') content += node.text;
    else if (node.kind === 'element') content += contentOf(node);
    else if (isRaw) content += node.source;
  }
  return content;
}

/** Calls a function for each element, outer ones first. */
export function visitElements(nodes: readonly HtmlNode[], visit: (element: HtmlElement) => void): void {
  for (const node of nodes) {
    if (node.kind !== 'element') continue;
    visit(node);
    visitElements(node.children, visit);
  }
}
