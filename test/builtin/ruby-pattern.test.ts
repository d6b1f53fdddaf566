import { describe, expect, test } from 'vitest';
import { rubyPattern } from '../../src/builtin/shared/ruby-pattern.ts';
import { replaceAll } from '../../src/builtin/shared/ruby-replace.ts';

describe('patterns of Ruby that JavaScript cannot express are errors', () => {
  test.each([
    ['a++', 'has the possessive quantifier ++'],
    ['(?>a)', 'has (?>a'],
    ['a(?i)b', 'has (?i)'],
    ['\\Ga', 'has \\G'],
    ['[a-z&&[^b]]', 'has && in brackets'],
    ['[a[^b]]', 'negates brackets within brackets'],
    ['[^[:^punct:]]', 'negates the class punct'],
  ])('%s', (source, message) => {
    expect(() => rubyPattern(source)).toThrow(`The regular expression /${source}/ ${message}`);
  });
});

describe('patterns that Ruby rejects are errors', () => {
  test.each(['(', '[a', '*a', 'a\\', '\\2', '[b-a]', '[a-\\d]'])('%s', (source) => {
    expect(() => rubyPattern(source)).toThrow(`The regular expression /${source}/`);
  });

  test('a reference to an unknown group is an error', () => {
    expect(() => replaceAll('a', rubyPattern('a'), '\\k<b>')).toThrow('undefined group name reference: b');
  });
});
