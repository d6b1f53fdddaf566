/** Returns a generator of pseudorandom numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Pseudorandom choices, the same ones for the same seed. */
export function choicesFrom(seed) {
  const random = randomFrom(seed);
  const below = (count) => Math.floor(random() * count);
  return {
    below,
    chance: (share) => random() < share,
    pick: (list) => list[below(list.length)],
    some: (most, make) => Array.from({ length: below(most + 1) }, make),
  };
}
