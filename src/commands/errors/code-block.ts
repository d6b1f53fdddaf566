const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Whether a line of a Markdown file is inside a fenced code block, or opens one.
 *
 * @param line counted from 1
 *
 * @example
 * isInCodeBlock('```\n{{ x }}\n```\n{{ y }}', 2) // true
 * isInCodeBlock('```\n{{ x }}\n```\n{{ y }}', 4) // false
 */
export function isInCodeBlock(text: string, line: number): boolean {
  let open: string | undefined;
  for (const content of text.split('\n').slice(0, line)) {
    const fence = FENCE.exec(content)?.[1];
    if (fence === undefined) continue;
    if (open === undefined) open = fence;
    else if (fence.startsWith(open) && content.trim() === fence) open = undefined;
  }
  return open !== undefined;
}
