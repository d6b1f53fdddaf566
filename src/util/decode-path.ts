/**
 * A path or a fragment of a URL with its escapes resolved, to compare two spellings of it: what makes URLs escapes more characters
 * than authors do (`photo@2x.png`). One with a stray `%` is left as it is.
 *
 * @example
 * decodePath('/photo%402x.png') // '/photo@2x.png'
 * decodePath('/100%.png')       // '/100%.png'
 */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
