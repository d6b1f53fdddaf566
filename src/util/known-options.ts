import { UttersonError } from '../errors.ts';

/**
 * Refuses an option that a function does not have. Programs in JavaScript have nobody else who tells them.
 *
 * @throws UttersonError UnknownOption
 *
 * @example
 * checkOptions('build', { source: 'docs' }, ['log', 'overrides']) // build has no option 'source'.
 */
export function checkOptions(name: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  throw new UttersonError('UnknownOption', `${name} has no option '${unknown}'.`, {
    hint: `It has ${known.join(', ')}. What a configuration file or a flag may say goes into overrides: ${name}({ overrides: { ${unknown}: … } }).`,
  });
}
