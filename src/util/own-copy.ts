/**
 * The same text in memory of its own. V8 keeps the whole of a text for as long as there is a piece of it, so that a line that is
 * kept of each document keeps all documents.
 *
 * @example
 * const firstLine = ownCopy(source.slice(0, source.indexOf('\n')));
 */
export function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
