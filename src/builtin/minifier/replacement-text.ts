/**
 * What Ruby's `gsub(pattern, text)` inserts for a pattern without groups: in `text`, `\0` and `\&` stand for the match,
 * `\+` and other numbers for groups that do not exist, and two backslashes for one.
 */
export function replacementText(text: string, match: string): string {
  return text.replace(/\\([0-9&+\\])/g, (_, character: string) => {
    if (character === '\\') return '\\';
    return character === '0' || character === '&' ? match : '';
  });
}
