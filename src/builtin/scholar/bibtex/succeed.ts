const ALPHANUMERIC = /[A-Za-z0-9]/;
const KINDS: readonly (readonly [string, string, string])[] = [
  ['0', '9', '1'],
  ['a', 'z', 'a'],
  ['A', 'Z', 'A'],
];

/**
 * Ruby's `succ` of a text: the next one, counting its letters and digits.
 *
 * @example
 * succeed('doe2009') // 'doe2010'
 */
export function succeed(text: string): string {
  const characters = [...text];
  let place = characters.findLastIndex((character) => ALPHANUMERIC.test(character));
  if (place === -1) return succeedBytes(characters);
  for (;;) {
    const character = characters[place] ?? '';
    const [first = '', last = '', carry = ''] = KINDS.find(([from, to]) => character >= from && character <= to) ?? [];
    if (character !== last) {
      characters[place] = String.fromCharCode(character.charCodeAt(0) + 1);
      return characters.join('');
    }
    characters[place] = first;
    const next = characters.slice(0, place).findLastIndex((other) => ALPHANUMERIC.test(other));
    // Only signs between two letters or digits of the same kind are passed over.
    if (next === -1 || (next < place - 1 && !isSameKind(characters[next] ?? '', character))) {
      characters.splice(place, 0, carry);
      return characters.join('');
    }
    place = next;
  }
}

function isSameKind(left: string, right: string): boolean {
  return /\d/.test(left) === /\d/.test(right);
}

function succeedBytes(characters: readonly string[]): string {
  const last = characters.at(-1) ?? '';
  return [...characters.slice(0, -1), String.fromCodePoint((last.codePointAt(0) ?? 0) + 1)].join('');
}
