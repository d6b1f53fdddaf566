import { inspect, strip, UttersonError } from '../../plugin/plugin.ts';
import type { Features } from './features.ts';

/** Letters that have no decomposition in Unicode, and what they become. */
const OTHERS: ReadonlyMap<string, string> = new Map(
  'ÐD ØO ðd øo ĐD đd ĦH ħh ıi ĸk ĿL ŀl ŁL łl ŉn ŊN ŋn ŦT ŧt ſs'
    .split(' ')
    .map(([letter = '', plain = '']) => [letter, plain]),
);
/** The letters whose accents are removed: those of Latin-1 and of the block after it. */
const ACCENTED = /[\u00c0-\u017f]/g;

/**
 * The file name for a record, without an extension.
 *
 * @throws UttersonError for what is neither a text nor an integer, as in the gem
 * @example
 * fileName('Café No. 1', ALL_FEATURES) // 'cafe-no.-1'
 */
export function fileName(name: unknown, features: Features): string {
  if (typeof name === 'bigint' || (typeof name === 'number' && Number.isInteger(name))) return String(name);
  if (typeof name !== 'string') {
    throw new UttersonError('TypeError', `page_gen: a page cannot be named ${inspect(name)}.`, {
      hint: 'Names are texts or integers: put the value in quotes.',
    });
  }
  const plain = features.has('plain-letters') ? name.replace(ACCENTED, plainLetter) : name;
  return strip(plain.toLowerCase())
    .replaceAll(' ', '-')
    .replace(/[^\w.-]/g, '');
}

const plainLetter = (letter: string): string => OTHERS.get(letter) ?? letter.normalize('NFD').charAt(0);
