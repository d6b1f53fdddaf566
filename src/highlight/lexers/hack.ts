import { Token } from '../engine/token.ts';
import { wordTable } from '../engine/word-table.ts';
import { PHP_WORDS, phpLexer } from './php.ts';

const HACK_WORDS = wordTable([
  Token.Keyword,
  'arraykey async await bool dict double enum float int keyset newtype num string super type vec void',
]);

/** Hack: PHP with words of its own. */
export const hack = phpLexer('hack', new Map([...PHP_WORDS, ...HACK_WORDS]), 'php\\b|=|hh[^\\n]*');
