/** A shorter string is cheaper to join than to keep in pieces. */
const LARGE = 1 << 15;
/** With more pieces, or longer matches, searching across the seams costs more than joining the string. */
const MOST_PIECES = 32;
const LONGEST_MATCH = 1 << 10;

/** What to search for, and what to put in its place. */
export interface Replacement {
  readonly match: string;
  readonly replacement: string;
}

/**
 * A large string together with the pieces it was concatenated from. Layouts that compress HTML remove its comments one
 * by one with `remove_first`; without the pieces, each result would be flattened into new memory just to search it
 * again.
 *
 * @example
 * new CutText('a<!-->b').replaceFirst({ match: '<!-->', replacement: '' })?.text // 'ab'
 */
export class CutText {
  readonly text: string;
  private readonly pieces: readonly string[];

  constructor(text: string, pieces: readonly string[] = [text]) {
    this.text = text;
    this.pieces = pieces;
  }

  /** Whether the string is large enough to keep in pieces, and the match short enough to search for across seams. */
  static suits(text: string, match: string): boolean {
    return text.length >= LARGE && match.length > 0 && match.length <= LONGEST_MATCH;
  }

  /** The string with the first occurrence replaced; null if there is none. */
  replaceFirst({ match, replacement }: Replacement): CutText | null {
    for (const [index, piece] of this.pieces.entries()) {
      const at = piece.indexOf(match);
      if (at !== -1) return this.cut(index, at, { match, replacement });
      if (this.crossesSeam(index, match)) return new CutText(this.text).replaceFirst({ match, replacement });
    }
    return null;
  }

  private cut(index: number, at: number, { match, replacement }: Replacement): CutText {
    const piece = this.pieces[index] ?? '';
    const around = [piece.slice(0, at), replacement, piece.slice(at + match.length)];
    const pieces = this.pieces.toSpliced(index, 1, ...around.filter((part) => part !== ''));
    const text = pieces.reduce((before, next) => before + next, '');
    return new CutText(text, pieces.length > MOST_PIECES ? [text] : pieces);
  }

  /** Whether an occurrence begins in this piece and ends in a later one. */
  private crossesSeam(index: number, match: string): boolean {
    const room = match.length - 1;
    if (room === 0) return false;
    let seam = (this.pieces[index] ?? '').slice(-room);
    const inside = seam.length;
    for (let next = index + 1; next < this.pieces.length && seam.length < inside + room; next++) {
      seam += (this.pieces[next] ?? '').slice(0, inside + room - seam.length);
    }
    return seam.includes(match);
  }
}
