import { requireUtf8 } from '../encoding.ts';
import { readYamlDocument } from './parser.ts';
import { readPlainMapping } from './plain-mapping.ts';
import { SafeBuilder } from './safe-builder.ts';

/**
 * Parses YAML as Jekyll does: YAML 1.1 as libyaml parses it, with values as SafeYAML 1.0.5 reads them. Hashes are Maps,
 * dates are CalendarDates and Times; of equal keys the last one wins; an empty text is `false`.
 *
 * @throws {YamlError} with libyaml's message, line and column
 * @throws {UttersonError} `InvalidEncoding` for text that is not UTF-8, `InvalidYaml` for values that SafeYAML rejects
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
