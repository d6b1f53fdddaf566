/**
 * The same string in memory of its own. V8 keeps a whole string alive for as long as a slice of it is, so that keeping
 * one line of each document would keep all documents.
 *
 * @example
 * const firstLine = ownCopy(source.slice(0, source.indexOf('\n')));
 */
export function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
