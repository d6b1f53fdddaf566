const TEXT = '([^\\n]*?)';
const FRAGMENT = '(#[^\\n]+?|)?';
const TITLE = `(\\s+"(?:\\\\"|[^"])*(?<!\\\\)"|\\s+"(?:\\\\'|[^'])*(?<!\\\\)')?`;
const INLINE = `\\[${TEXT}\\]\\(([^)]+?)${FRAGMENT}${TITLE}\\)`;
const REFERENCE = `(?<![^\\n])\\s*?\\[${TEXT}\\]: ([^\\n]+?)${FRAGMENT}${TITLE}\\s*?(?![^\\n])`;
const LINK = new RegExp(`${INLINE}|${REFERENCE}`, 'g');

/** A Markdown link: inline, or the definition of a reference. */
export interface MarkdownLink {
  readonly kind: 'inline' | 'reference';
  readonly text: string;
  readonly path: string;
  readonly fragment: string;
  readonly title: string;
}

/**
 * Rewrites links. As in jekyll-relative-links, links in code are rewritten as well, and a reference gets an empty line before it.
 *
 * @param target returns the new path of a link, or `undefined` to leave it as it is
 */
export function replaceLinks(content: string, target: (link: MarkdownLink) => string | undefined): string {
  return content.replace(LINK, (original: string, ...groups: (string | undefined)[]) => {
    const link = readLink(groups);
    const path = target(link);
    if (path === undefined) return original;
    const address = path + link.fragment;
    return link.kind === 'inline'
      ? `[${link.text}](${address}${link.title})`
      : `\n[${link.text}]: ${address}${link.title}`;
  });
}

function readLink(groups: readonly (string | undefined)[]): MarkdownLink {
  const isInline = groups[0] !== undefined;
  const [text = '', path = '', fragment = '', title = ''] = isInline ? groups.slice(0, 4) : groups.slice(4, 8);
  return { kind: isInline ? 'inline' : 'reference', text, path, fragment, title };
}
