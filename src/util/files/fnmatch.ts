/** One step of a pattern: any run of characters, any single one, one of a set, or a particular one. */
type Step =
  | { readonly kind: 'run' }
  | { readonly kind: 'any' }
  | { readonly kind: 'set'; readonly isNegated: boolean; readonly ranges: readonly (readonly [string, string])[] }
  | { readonly kind: 'character'; readonly character: string };

/** The patterns that have been read: a site has a few dozen, which are compared with thousands of paths. */
const knownPatterns = new Map<string, readonly Step[] | undefined>();

/**
 * Ruby's `File.fnmatch?` without flags: `*` and `?` match slashes too, `[a-z]` and `[^a-z]` are sets, a backslash
 * escapes a character, and a leading dot must be matched explicitly.
 *
 * @example
 * fnmatch('/site/*.md', '/site/a/b.md') // true
 */
export function fnmatch(pattern: string, path: string): boolean {
  if (!/[*?[\\]/.test(pattern)) return pattern === path;
  let steps = knownPatterns.get(pattern);
  if (!knownPatterns.has(pattern)) {
    steps = readSteps(pattern);
    knownPatterns.set(pattern, steps);
  }
  return steps !== undefined && matches(steps, [...path]);
}

function readSteps(pattern: string): readonly Step[] | undefined {
  const characters = [...pattern];
  const steps: Step[] = [];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    if (character === '*') steps.push({ kind: 'run' });
    else if (character === '?') steps.push({ kind: 'any' });
    else if (character === '[') {
      const set = readSet(characters, at + 1);
      if (set === undefined) return undefined;
      steps.push(set.step);
      at = set.end;
    } else if (character === '\\' && at + 1 < characters.length) {
      at++;
      steps.push({ kind: 'character', character: characters[at] ?? '' });
    } else steps.push({ kind: 'character', character });
  }
  return steps;
}

/** Undefined for a set that is never closed: such a pattern matches nothing. */
function readSet(characters: readonly string[], start: number): { step: Step; end: number } | undefined {
  let at = start;
  const isNegated = characters[at] === '!' || characters[at] === '^';
  if (isNegated) at++;
  const ranges: (readonly [string, string])[] = [];
  for (; at < characters.length && characters[at] !== ']'; at++) {
    if (characters[at] === '\\') at++;
    const first = characters[at] ?? '';
    if (characters[at + 1] === '-' && characters[at + 2] !== ']' && at + 2 < characters.length) {
      at += characters[at + 2] === '\\' ? 3 : 2;
      ranges.push([first, characters[at] ?? '']);
    } else ranges.push([first, first]);
  }
  return at < characters.length ? { step: { kind: 'set', isNegated, ranges }, end: at } : undefined;
}

/** Backtracks only to the last `*`, so that the time is bounded by the product of the two lengths. */
function matches(steps: readonly Step[], path: readonly string[]): boolean {
  if (path[0] === '.' && steps[0]?.kind !== 'character') return false;
  let step = 0;
  let at = 0;
  let runStep = -1;
  let runAt = 0;
  while (at < path.length) {
    const current = steps[step];
    if (current?.kind === 'run') {
      runStep = step++;
      runAt = at;
    } else if (current !== undefined && matchesOne(current, path[at] ?? '')) {
      step++;
      at++;
    } else if (runStep >= 0) {
      step = runStep + 1;
      at = ++runAt;
    } else return false;
  }
  while (steps[step]?.kind === 'run') step++;
  return step === steps.length;
}

function matchesOne(step: Step, character: string): boolean {
  if (step.kind === 'character') return step.character === character;
  if (step.kind === 'set') {
    return step.isNegated !== step.ranges.some(([first, last]) => first <= character && character <= last);
  }
  return step.kind === 'any';
}
