import { type HtmlElement, type HtmlNode, visitElements } from './node.ts';
import { parseContent } from './parse-html.ts';

/** Gives an element other children. */
export function setChildren(element: HtmlElement, children: readonly HtmlNode[]): void {
  const added = [...children];
  element.children.length = 0;
  for (const child of added) element.children.push(child);
}

/** Sets the content of an element from its source, as Nokogiri's `inner_html=` does. */
export function setContent(element: HtmlElement, source: string): void {
  setChildren(element, parseContent(source));
}

/** The elements inside some nodes whose name is one of these, in order. */
export function elementsNamed(nodes: readonly HtmlNode[], ...names: readonly string[]): HtmlElement[] {
  const found: HtmlElement[] = [];
  visitElements(nodes, (element) => {
    if (names.includes(element.name)) found.push(element);
  });
  return found;
}

/** Replaces elements with other nodes, outer ones first; where the function gives nothing, an element stays. */
export function replaceElements(
  nodes: readonly HtmlNode[],
  replace: (element: HtmlElement) => readonly HtmlNode[] | undefined,
): HtmlNode[] {
  return nodes.flatMap((node): readonly HtmlNode[] => {
    if (node.kind !== 'element') return [node];
    const replaced = replace(node);
    if (replaced !== undefined) return replaced;
    setChildren(node, replaceElements(node.children, replace));
    return [node];
  });
}
