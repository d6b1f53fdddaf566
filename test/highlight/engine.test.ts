import { expect, test } from 'vitest';
import { firstCharacters, hasCharacter } from '../../src/highlight/engine/first-characters.ts';
import type { Lexer } from '../../src/highlight/engine/lexer.ts';
import { toRubyReading } from '../../src/highlight/engine/ruby-reading.ts';
import { before, between, defineLexer, include, once } from '../../src/highlight/engine/state-machine.ts';
import { Token } from '../../src/highlight/engine/token.ts';
import { highlight, lex } from '../../src/highlight/highlight.ts';
import { findLexer } from '../../src/highlight/lex.ts';
import { isAscii } from '../../src/util/values/ruby-text.ts';

function run(lexer: Lexer, code: string): string {
  const pieces: string[] = [];
  lexer.start({ isAscii: isAscii(code), options: new Map(), find: () => undefined }).feed(code, (token, text) => {
    pieces.push(`${token}:${text}`);
  });
  return pieces.join(' ');
}

function firsts(pattern: RegExp): string {
  const set = firstCharacters(pattern);
  return [...'abcxyz019 "(/\n'].filter((character) => hasCharacter(set, character.charCodeAt(0))).join('');
}

test('patterns mean what they mean in Ruby', () => {
  const { source, flags } = toRubyReading(/\s/, false);
  const space = new RegExp(source, flags);
  expect(space.test('\u00a0')).toBe(false);
  space.lastIndex = 0;
  expect(space.test('\t')).toBe(true);
  expect(toRubyReading(/.[.\s]/, false).source).toBe('[^\\n][. \\t\\r\\n\\f\\v]');
  const all = toRubyReading(/[\s\S]/, false);
  expect(new RegExp(all.source, all.flags).test('\u00a0')).toBe(true);
  const blank = toRubyReading(/[^\S\n]/, false);
  expect([' ', '\u3000', '\n'].map((sign) => new RegExp(blank.source, blank.flags).test(sign))).toEqual([
    true,
    false,
    false,
  ]);
  expect(toRubyReading(/./s, false).source).toBe('.');
});

test('first characters: a rule that cannot match is never tried', () => {
  expect(firsts(/abc/)).toBe('a');
  expect(firsts(/(?:a|[xy])b/)).toBe('axy');
  expect(firsts(/a?b*c/)).toBe('abc');
  expect(firsts(/(?=x)\d+/)).toBe('019');
  expect(firsts(/\ba|\(/)).toBe('a(');
  expect(firsts(/A/i)).toBe('a');
  expect(firsts(/a*/)).toBe('abcxyz019 "(/\n');
  expect(firsts(/a{0,2}b{1}/)).toBe('ab');
});

test('neighbours of one kind are joined, and what no rule matches is an error', () => {
  const lexer = defineLexer({
    tag: 'x',
    states: () => ({
      root: [
        [/a/, Token.Name],
        [/b+/, Token.Keyword],
      ],
    }),
  });
  expect(run(lexer, 'aaabb?!a')).toBe('n:aaa k:bb err:?! n:a');
});

test('states are pushed, popped, replaced and included', () => {
  const lexer = defineLexer({
    tag: 'x',
    states: () => ({
      root: [[/\(/, Token.Punctuation, 'inner'], include('words')],
      words: [[/\w+/, Token.Name]],
      inner: [
        [/\(/, Token.Punctuation, '#push'],
        [/\)/, Token.Operator, '#pop'],
        [/;/, Token.Text, ['#pop', 'last']],
      ],
      last: [[/\w+/, Token.Keyword, '#pop']],
    }),
  });
  expect(run(lexer, 'a(()')).toBe('n:a p:(( o:)');
  expect(run(lexer, '(;b c')).toBe('p:( :; k:b err:  n:c');
});

test('rules that consume nothing cannot run forever', () => {
  const lexer = defineLexer({
    tag: 'x',
    states: () => ({ root: [[/(?=.)/, Token.Text, 'other']], other: [[/(?=.)/, Token.Text, '#pop']] }),
  });
  expect(run(lexer, 'abc')).toBe('err:a err:b err:c');
});

test('between, before and once', () => {
  const lexer = defineLexer({
    tag: 'x',
    states: () => ({
      root: [
        [between(/\/\*/, '*/'), Token.Comment],
        [between(/</, '>', '\n'), Token.NameTag],
        [before(/\w+(?=\()/, ')'), Token.NameFunction],
        [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.String],
        [/[^"</]/, Token.Text],
      ],
    }),
  });
  expect(run(lexer, '/* a\n*/<a><\n>')).toBe('c:/* a\n*/ nt:<a> err:< :\n>');
  expect(run(lexer, 'f() g(')).toBe('nf:f :() g(');
  expect(run(lexer, '"a\\"" "b"c"d')).toBe('s:"a\\"" :  s:"b" :c err:" :d');
});

test('names, aliases and options', () => {
  expect(findLexer('sh')?.lexer.tag).toBe('shell');
  expect(findLexer('c++')?.lexer.tag).toBe('cpp');
  expect(findLexer('console?lang=ruby')?.options.get('lang')).toBe('ruby');
  expect(findLexer('Ruby')).toBeUndefined();
  expect(findLexer('__proto__')).toBeUndefined();
});

test('code in an unknown language stays plain', () => {
  expect(highlight('<a>', 'no-such-language')).toBe('&lt;a&gt;');
  expect(lex('a', 'no-such-language')).toEqual([{ token: Token.Text, text: 'a' }]);
});
