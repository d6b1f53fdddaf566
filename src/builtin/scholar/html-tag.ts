/** An element with attributes, written as the gem writes it. */
export function htmlTag(name: string, content: string, attributes: Iterable<readonly [string, string]> = []): string {
  const written = [...attributes].map(([key, value]) => ` ${key}="${value}"`).join('');
  return `<${name}${written}>${content}</${name}>`;
}

/** A link, whose address comes after its other attributes. */
export function htmlLink(
  address: string,
  content: string,
  attributes: Iterable<readonly [string, string]> = [],
): string {
  return htmlTag('a', content, [...attributes, ['href', address]]);
}
