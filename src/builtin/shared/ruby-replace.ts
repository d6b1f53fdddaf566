import { UttersonError } from '../../plugin/plugin.ts';

const REFERENCE = /\\(?:k<(\w+)>|([0-9&`'+\\]))/g;

/** A match, as `String#replace` passes it to a function. */
interface Match {
  readonly groups: readonly (string | undefined)[];
  /** The groups with names; undefined if the pattern has none. */
  readonly names: Readonly<Record<string, string | undefined>> | undefined;
  readonly at: number;
  readonly input: string;
}

function readMatch(args: readonly unknown[]): Match {
  const at = args.findIndex((value) => typeof value === 'number');
  return {
    groups: args.slice(0, at) as string[],
    at: Number(args[at]),
    input: String(args[at + 1]),
    names: args[at + 2] as Match['names'],
  };
}

function referred(match: Match, name: string | undefined, sign: string): string {
  const { groups, names, at, input } = match;
  if (name !== undefined) {
    if (names !== undefined && Object.hasOwn(names, name)) return names[name] ?? '';
    throw new UttersonError('IndexError', `undefined group name reference: ${name}`, {
      hint: `The pattern needs a group of this name: (?<${name}>…).`,
    });
  }
  const [whole = ''] = groups;
  if (sign === '\\') return '\\';
  if (sign === '&') return whole;
  if (sign === '`') return input.slice(0, at);
  if (sign === "'") return input.slice(at + whole.length);
  if (sign === '+') return groups.slice(1).findLast((group) => group !== undefined) ?? '';
  // Beside groups with names there are no numbers.
  return names !== undefined && sign !== '0' ? '' : (groups[Number(sign)] ?? '');
}

/** The replacement with what its references stand for. */
function expand(replacement: string, match: Match): string {
  if (!replacement.includes('\\')) return replacement;
  return replacement.replace(REFERENCE, (_reference, name: string | undefined, sign: string) =>
    referred(match, name, sign),
  );
}

/**
 * Replaces each match as Ruby's `gsub` does, with its references in the replacement: `\1`, `\0`, `\k<name>`.
 *
 * @example
 * replaceAll('a1', rubyPattern('([a-z])(\\d)'), '\\2\\1') // '1a'
 */
export function replaceAll(text: string, pattern: RegExp, replacement: string): string {
  return text.replace(pattern, (...args: unknown[]) => expand(replacement, readMatch(args)));
}

/**
 * Replaces each place of a text within another, as `gsub` with a text in place of a pattern does: the replacement has references.
 *
 * @example
 * replaceLiteral('a.b', '.', '<\\0>') // 'a<.>b'
 */
export function replaceLiteral(text: string, literal: string, replacement: string): string {
  let result = '';
  let done = 0;
  for (let at = text.indexOf(literal); at !== -1; at = text.indexOf(literal, done)) {
    result += text.slice(done, at) + expand(replacement, { groups: [literal], names: undefined, at, input: text });
    done = at + literal.length;
  }
  return result + text.slice(done);
}
