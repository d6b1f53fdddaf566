/** A part of a version: a number, or letters. */
type Segment = number | string;

/**
 * Compares versions as RubyGems does: part by part, with letters (of prereleases) below numbers, and missing parts as zero.
 *
 * @example
 * compareVersions('1.10', '1.9') // 1
 * compareVersions('2.0.rc1', '2.0') // -1
 */
export function compareVersions(a: string, b: string): number {
  const left = segmentsOf(a);
  const right = segmentsOf(b);
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const order = compareSegments(left[index] ?? 0, right[index] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

/** Whether a version is a prerelease, such as `2.0.0.beta1`. */
export function isPrerelease(version: string): boolean {
  return /[a-z]/i.test(version);
}

/**
 * Whether a version meets a requirement in a Gemfile. A bare version allows only itself.
 *
 * @example
 * satisfies('7.4.1', '~> 7.2') // true
 * satisfies('8.0.0', '~> 7.2') // false
 */
export function satisfies(version: string, requirement: string): boolean {
  const [, operator = '=', wanted = ''] = /^\s*(=|!=|>=|<=|~>|>|<)?\s*([\w.-]+)\s*$/.exec(requirement) ?? [];
  const order = compareVersions(version, wanted);
  switch (operator) {
    case '!=':
      return order !== 0;
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '~>':
      return order >= 0 && compareVersions(releaseOf(version), upperLimit(wanted)) < 0;
    default:
      return order === 0;
  }
}

function segmentsOf(version: string): Segment[] {
  const parts = version.match(/\d+|[a-z]+/gi) ?? [];
  return parts.map((part) => (/^\d/.test(part) ? Number(part) : part.toLowerCase()));
}

function compareSegments(a: Segment, b: Segment): number {
  if (typeof a === 'number' && typeof b === 'number') return Math.sign(a - b);
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b);
  return typeof a === 'string' ? -1 : 1;
}

/** A version without the letters of a prerelease, and what follows them. */
function releaseOf(version: string): string {
  const segments = segmentsOf(version);
  const letters = segments.findIndex((segment) => typeof segment === 'string');
  return (letters === -1 ? segments : segments.slice(0, letters)).join('.');
}

/** The upper limit of `~>`: the last number is dropped and the one before it incremented. */
function upperLimit(version: string): string {
  const numbers = releaseOf(version).split('.').map(Number);
  const kept = numbers.length > 1 ? numbers.slice(0, -1) : numbers;
  return kept.map((number, index) => (index === kept.length - 1 ? number + 1 : number)).join('.');
}
