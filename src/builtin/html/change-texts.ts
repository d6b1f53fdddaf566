import type { HtmlNode, HtmlText } from './node.ts';

/** Replaces texts by other nodes, but for those inside elements of these names. */
export function changeTexts(
  nodes: readonly HtmlNode[],
  untouched: ReadonlySet<string>,
  change: (text: HtmlText) => readonly HtmlNode[],
): HtmlNode[] {
  return nodes.flatMap((node): readonly HtmlNode[] => {
    if (node.kind === 'text') return change(node);
    if (node.kind === 'verbatim' || untouched.has(node.name)) return [node];
    return [{ ...node, children: changeTexts(node.children, untouched, change) }];
  });
}
