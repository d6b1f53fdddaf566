import { expect, test } from 'vitest';
import { findLexer } from '../../src/highlight/lex.ts';
import names from './names.json' with { type: 'json' };

// names.json is Rouge's own list, each language with its other names:
//   ruby -W0 -rrouge -rjson -e 'puts JSON.pretty_generate(Rouge::Lexer.all.sort_by(&:tag).map { |l| [l.tag, *l.aliases] })'
test('every name that Rouge knows finds the same language', () => {
  expect(names.length).toBeGreaterThan(200);
  const found = names.map((all) => all.map((name) => findLexer(name)?.lexer.tag));
  expect(found).toEqual(names.map((all) => all.map(() => all[0])));
});
