/** English plurals with their singulars, as ActiveSupport knows them: of several that fit, the last one counts. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/s$/i, ''],
  [/(ss)$/i, '$1'],
  [/(n)ews$/i, '$1ews'],
  [/([ti])a$/i, '$1um'],
  [/((?:a)naly|(?:b)a|(?:d)iagno|(?:p)arenthe|(?:p)rogno|(?:s)ynop|(?:t)he)(?:sis|ses)$/i, '$1sis'],
  [/(^analy)(?:sis|ses)$/i, '$1sis'],
  [/([^f])ves$/i, '$1fe'],
  [/(hive)s$/i, '$1'],
  [/(tive)s$/i, '$1'],
  [/([lr])ves$/i, '$1f'],
  [/([^aeiouy]|qu)ies$/i, '$1y'],
  [/(s)eries$/i, '$1eries'],
  [/(m)ovies$/i, '$1ovie'],
  [/(x|ch|ss|sh)es$/i, '$1'],
  [/^(m|l)ice$/i, '$1ouse'],
  [/(bus)(?:es)?$/i, '$1'],
  [/(o)es$/i, '$1'],
  [/(shoe)s$/i, '$1'],
  [/(cris|test)(?:is|es)$/i, '$1is'],
  [/^(a)x[ie]s$/i, '$1xis'],
  [/(octop|vir)(?:us|i)$/i, '$1us'],
  [/(alias|status)(?:es)?$/i, '$1'],
  [/^(ox)en/i, '$1'],
  [/(vert|ind)ices$/i, '$1ex'],
  [/(matr)ices$/i, '$1ix'],
  [/(quiz)zes$/i, '$1'],
  [/(database)s$/i, '$1'],
  [/(p)(?:eople|erson)$/i, '$1erson'],
  [/(m)[ae]n$/i, '$1an'],
  [/(c)hild(?:ren)?$/i, '$1hild'],
  [/(s)exe?s?$/i, '$1ex'],
  [/(m)oves?$/i, '$1ove'],
  [/(z)ombies?$/i, '$1ombie'],
];

const UNCOUNTED = /\b(?:equipment|information|rice|money|species|series|fish|sheep|jeans|police)$/i;

/**
 * The singular of an English noun (ActiveSupport's `singularize`).
 *
 * @example
 * singularOf('categories') // 'category'
 */
export function singularOf(noun: string): string {
  if (UNCOUNTED.test(noun)) return noun;
  const [pattern, singular] = RULES.findLast(([plural]) => plural.test(noun)) ?? [/$/, ''];
  return noun.replace(pattern, singular);
}
