const VALUE = `"[^"]*"|'[^']*'|(?:[^\\s,|'"]|"[^"]*"|'[^']*')+`;

/**
 * The parameters in a tag's markup as Ruby's `Liquid::TagAttributes` finds them, values with their quotes.
 *
 * @param name what the names consist of
 * @example
 * tagParameters('a height:32 class:"b c"', '\\w') // Map { 'height' → '32', 'class' → '"b c"' }
 */
export function tagParameters(markup: string, name: '\\w' | '[\\w-]'): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const [, key = '', value = ''] of markup.matchAll(new RegExp(`(${name}+)\\s*:\\s*(${VALUE})`, 'g'))) {
    parameters.set(key, value);
  }
  return parameters;
}
