import type { HtmlNode, HtmlText } from './node.ts';

/** How to change the texts of a document. */
interface TextChange {
  /** Names of elements whose content is left alone. */
  readonly untouched: ReadonlySet<string>;
  readonly change: (text: HtmlText) => readonly HtmlNode[];
  /** Changes the source of scripts and style sheets, which otherwise is left alone. */
  readonly changeRaw?: (source: string) => string;
}

/** Replaces texts with other nodes. */
export function changeTexts(nodes: readonly HtmlNode[], how: TextChange): HtmlNode[] {
  return nodes.flatMap((node): readonly HtmlNode[] => {
    if (node.kind === 'text') return how.change(node);
    if (node.kind === 'verbatim' || how.untouched.has(node.name)) return [node];
    return [
      { ...node, children: isRaw(node.name) ? changeSources(node.children, how) : changeTexts(node.children, how) },
    ];
  });
}

const isRaw = (name: string): boolean => name === 'script' || name === 'style';

function changeSources(nodes: readonly HtmlNode[], { changeRaw }: TextChange): HtmlNode[] {
  return nodes.map((node) =>
    node.kind === 'verbatim' && changeRaw !== undefined ? { ...node, source: changeRaw(node.source) } : node,
  );
}
