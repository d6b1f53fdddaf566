import { UttersonError } from '../../plugin/plugin.ts';

/** With the gem's slip: `A-z` includes the punctuation between the capital and the small letters. */
const KEY_CHARACTER = /^[a-zA-z0-9\-_]$/;
const EQUALS_SIGN = /\s*=\s*/y;
const END_OF_VALUE = /\s*[,\]]/y;

/** The attributes in the header of a block: `[cite=mark, size = 3, title="a b"]`. */
export function parseAttributes(text: string): Map<string, string | null> {
  return new AttributeReader(text).read();
}

/**
 * Reads character by character, as the gem does, with its peculiarities: a comma may be followed by a blank after a value
 * without quotes, but not after one in quotes; in quotes `]` is lost.
 */
class AttributeReader {
  readonly #text: string;
  readonly #attributes = new Map<string, string | null>();
  #at = 0;
  #key: string | null = null;
  #value: string | null = null;
  #isQuoted = false;
  #state: 'outside' | 'between' | 'key' | 'value' | 'done' = 'outside';

  constructor(text: string) {
    this.#text = text;
  }

  read(): Map<string, string | null> {
    while (this.#at < this.#text.length && this.#state !== 'done') this.#take(this.#text.charAt(this.#at++));
    return this.#attributes;
  }

  #take(character: string): void {
    if (this.#state === 'outside') this.#state = character === '[' ? 'between' : 'outside';
    else if (this.#state === 'between') this.#takeBetween(character);
    else if (this.#state === 'key') this.#takeInKey(character);
    else if (this.#isQuoted) this.#takeInQuotes(character);
    else this.#takeInValue(character);
  }

  #takeBetween(character: string): void {
    if (character === ' ') return;
    if (character === ']') this.#state = 'done';
    else if (character === ',') {
      if (this.#attributes.size === 0) throw this.#failure("an attribute is missing before ','");
      this.#beginKey(null);
    } else if (KEY_CHARACTER.test(character)) this.#beginKey(character);
    else throw this.#failure(`'${character}' cannot begin an attribute`);
  }

  #takeInKey(character: string): void {
    if (KEY_CHARACTER.test(character)) this.#key = (this.#key ?? '') + character;
    else if (character === '=' || (character === ' ' && this.#skip(EQUALS_SIGN))) this.#beginValue();
    else throw this.#failure(`'${character}' cannot be in the name of an attribute`);
  }

  #takeInValue(character: string): void {
    if (character === ']') this.#endValue('done');
    else if (character === ',') this.#endValue('between');
    else if (character === '"') {
      if (this.#value !== null) throw this.#failure('a quote is within a value');
      this.#isQuoted = true;
    } else if (character === '\\' || character === '=') {
      throw this.#failure(`'${character}' is in a value without quotes`);
    } else if (character !== ' ') this.#value = (this.#value ?? '') + character;
    else if (this.#isNext(END_OF_VALUE)) this.#endValue('between');
    else throw this.#failure('a blank is in a value without quotes');
  }

  #takeInQuotes(character: string): void {
    if (character === '"') this.#endValue('between');
    else if (character === '\\') {
      const escaped = this.#text.charAt(this.#at++);
      if (escaped !== '\\' && escaped !== '"') throw this.#failure(`'\\${escaped}' is no escape`);
      this.#value = (this.#value ?? '') + escaped;
    } else if (character !== ']') this.#value = (this.#value ?? '') + character;
  }

  #beginKey(first: string | null): void {
    this.#key = first;
    this.#state = 'key';
  }

  #beginValue(): void {
    this.#value = null;
    this.#isQuoted = false;
    this.#state = 'value';
  }

  #endValue(next: 'between' | 'done'): void {
    this.#attributes.set(this.#key ?? '', this.#value);
    this.#isQuoted = false;
    this.#state = next;
  }

  #isNext(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text);
  }

  #skip(pattern: RegExp): boolean {
    if (!this.#isNext(pattern)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #failure(reason: string): UttersonError {
    return new UttersonError('InvalidAttributes', `The attributes ${this.#text} of a block are invalid: ${reason}.`, {
      hint: 'Write them as in > note "Title" [cite="a b",size=3]',
    });
  }
}
