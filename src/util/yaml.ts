import { requireUtf8 } from './encoding.ts';
import { readYamlDocument } from './yaml/parser.ts';
import { readPlainMapping } from './yaml/plain-mapping.ts';
import { SafeBuilder } from './yaml/safe-builder.ts';

/**
 * Reads YAML as Jekyll does: YAML 1.1 as libyaml parses it, and values as SafeYAML 1.0.5 makes them of it. Hashes are
 * Maps, dates are CalendarDates and Times; a later key wins over an equal earlier one; an empty text is `false`.
 *
 * @throws YamlError with libyaml's words and the place in the text
 * @example
 * parseYaml('draft: no\ntags: [a, b]') // Map { 'draft' => false, 'tags' => ['a', 'b'] }
 */
export function parseYaml(text: string): unknown {
  requireUtf8(text, 'invalid UTF-8 octet sequence');
  const plain = readPlainMapping(text);
  if (plain !== undefined) return plain;
  const builder = new SafeBuilder();
  readYamlDocument(text, builder);
  return builder.result;
}
