import { UttersonError } from '../errors.ts';
import { inspect } from './values/inspect.ts';

/**
 * Rejects what is no object of options, and options that a function does not have, for programs in JavaScript, which no compiler
 * checks.
 *
 * @param name the function's name, for the error
 * @throws {UttersonError} `InvalidOption`, `UnknownOption`
 * @example
 * checkOptions('build', { source: 'docs' }, ['log', 'overrides']) // build has no option 'source'.
 */
export function checkOptions(name: string, options: unknown, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null) {
    const message = `${name} takes an object with options, but got ${inspect(options)}.`;
    throw new UttersonError('InvalidOption', message, { hint: `They are ${known.join(', ')}.` });
  }
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  const advice = known.includes('overrides')
    ? ` Options of the configuration file and of the command line go into overrides: ${name}({ overrides: { ${unknown}: … } }).`
    : '';
  throw new UttersonError('UnknownOption', `${name} has no option '${unknown}'.`, {
    hint: `It has ${known.join(', ')}.${advice}`,
  });
}
