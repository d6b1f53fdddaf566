/** A part of a file, by its first and last byte. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * The part of a file that a `Range` header asks for; `undefined` stands for the whole file, which is also the answer to several
 * parts at once and to what is no range: the standard allows that.
 *
 * @example
 * findPart('bytes=2-4', 10) // { start: 2, end: 4 }
 * findPart('bytes=-3', 10)  // { start: 7, end: 9 }
 * findPart('bytes=20-', 10) // 'impossible'
 */
export function findPart(range: string | undefined, size: number): Part | 'impossible' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === '')
    return Number(last) > 0 && size > 0 ? { start: Math.max(0, size - Number(last)), end: size - 1 } : undefined;
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return undefined;
  return start < size ? { start, end } : 'impossible';
}
