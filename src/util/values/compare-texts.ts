/** Ruby orders strings by their bytes, which in UTF-8 is the order of code points, not of UTF-16 units. */
export function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const first = left.charCodeAt(index);
    const second = right.charCodeAt(index);
    if (first !== second) return rank(first) < rank(second) ? -1 : 1;
  }
  return left.length < right.length ? -1 : 1;
}

/** Surrogates encode code points beyond U+FFFF, so they rank above every other code unit. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
