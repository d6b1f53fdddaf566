import { LinkScanner } from './link-scanner.ts';

const TEXT = '([^\\n]*?)';
const FRAGMENT = '(#[^\\n]+?|)?';
const TITLE = `(\\s+"(?:\\\\"|[^"])*(?<!\\\\)"|\\s+"(?:\\\\'|[^'])*(?<!\\\\)')?`;
/** What follows the text of a link, and that of the definition of a reference. */
const INLINE_END = `\\]\\(([^)]+?)${FRAGMENT}${TITLE}\\)`;
const REFERENCE_END = `\\]: ([^\\n]+?)${FRAGMENT}${TITLE}\\s*?(?![^\\n])`;
const INLINE = `\\[${TEXT}${INLINE_END}`;
const REFERENCE = `(?<![^\\n])\\s*?\\[${TEXT}${REFERENCE_END}`;
const LINK = new RegExp(`${INLINE}|${REFERENCE}`, 'g');

/** A Markdown link: inline, or the definition of a reference. */
export interface MarkdownLink {
  readonly kind: 'inline' | 'reference';
  readonly text: string;
  readonly path: string;
  readonly fragment: string;
  readonly title: string;
}

interface LinkReplacement {
  /** Returns the new path of a link, or `undefined` to leave it as it is. */
  target(link: MarkdownLink): string | undefined;
  /** Whether a text may contain an image with brackets and parentheses of its own, as from version 0.8 of the gem on. */
  readonly findsImages: boolean;
}

/** Rewrites links. As in jekyll-relative-links, links in code are rewritten as well, and a reference gets an empty line before it. */
export function replaceLinks(content: string, { target, findsImages }: LinkReplacement): string {
  const replace = (original: string, link: MarkdownLink): string => {
    const path = target(link);
    return path === undefined ? original : writeLink(link, path);
  };
  if (findsImages) return new LinkScanner(content, { inline: INLINE_END, reference: REFERENCE_END }).replace(replace);
  return content.replace(LINK, (original: string, ...groups: (string | undefined)[]) =>
    replace(original, readLink(groups)),
  );
}

function writeLink({ kind, text, title, fragment }: MarkdownLink, path: string): string {
  const address = path + fragment;
  return kind === 'inline' ? `[${text}](${address}${title})` : `\n[${text}]: ${address}${title}`;
}

function readLink(groups: readonly (string | undefined)[]): MarkdownLink {
  const isInline = groups[0] !== undefined;
  const [text = '', path = '', fragment = '', title = ''] = isInline ? groups.slice(0, 4) : groups.slice(4, 8);
  return { kind: isInline ? 'inline' : 'reference', text, path, fragment, title };
}
