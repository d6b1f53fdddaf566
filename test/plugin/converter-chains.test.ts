import { expect, test } from 'vitest';
import type { Converter } from '../../src/plugin/converter.ts';
import { ConverterChains } from '../../src/plugin/converter-chains.ts';

const converter = (name: string, more: Partial<Converter> = {}): Converter => ({
  name,
  matches: () => true,
  outputExtension: () => '.html',
  convert: (content) => `${content} ${name}`,
  ...more,
});

const ran = (chains: ConverterChains): readonly string[] => chains.for('.md').converters.map(({ name }) => name);

test('a converter runs in the place of the one that it replaces', () => {
  const chains = new ConverterChains([converter('Markdown'), converter('b'), converter('c', { replaces: 'Markdown' })]);
  expect(ran(chains)).toEqual(['c', 'b', 'Identity']);
  expect(chains.named('Markdown')?.name).toBe('c');
  expect(chains.original('Markdown')?.name).toBe('Markdown');
});

test('of several that replace the same one the last counts', () => {
  const replaces = 'Markdown';
  const chains = new ConverterChains([
    converter('a', { replaces }),
    converter('Markdown'),
    converter('b', { replaces }),
  ]);
  expect(ran(chains)).toEqual(['b', 'Identity']);
});

test('one that replaces what is not there does not run', () => {
  expect(ran(new ConverterChains([converter('a', { replaces: 'Textile' }), converter('b')]))).toEqual([
    'b',
    'Identity',
  ]);
});
