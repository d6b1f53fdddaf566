import { escapePattern } from '../../shared/escape-pattern.ts';
import { IN_WORD } from '../../shared/word-class.ts';
import type { Formatting, HtmlFormat } from './format.ts';
import type { Locale } from './locale.ts';
import type { NameOptions } from './name-options.ts';
import type { PersonName } from './variables.ts';

const ROMANESQUE =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Common}]*$/mu;
const MARKUP = /<[^>]*>/g;
const INITIAL = /(\p{Uppercase})[^\p{Uppercase} \t-\r-]*[ \t-\r]*/gu;
const TWO_CAPITALS = /(\p{Uppercase})(\p{Uppercase})/gu;
const LONE_CAPITAL = new RegExp(`(?<!${IN_WORD})(\\p{Uppercase})(?!${IN_WORD})[^\\p{Alphabetic}-]*`, 'gu');

function joinFilled(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}

interface PersonSettings {
  readonly options: NameOptions;
  /** From 1. */
  readonly position: number;
  /** What the style says about `von` and the like. */
  readonly demotion: string | undefined;
}

/** One person's name, while it is being written. */
class Person {
  readonly #name: PersonName;
  readonly #options: NameOptions;
  readonly #isInverted: boolean;
  readonly #demotion: string;

  constructor(name: PersonName, { options, position, demotion }: PersonSettings) {
    this.#name = { ...name };
    this.#options = options;
    this.#isInverted = options.isInverted(position);
    this.#demotion = demotion ?? 'never';
  }

  get #isDemoted(): boolean {
    if (/^(?:display-and-sort|always)$/im.test(this.#demotion)) return true;
    return this.#isInverted && /^sort(?:-only)?$/im.test(this.#demotion);
  }

  get #isRomanesque(): boolean {
    const { given = '', family = '' } = this.#name;
    return ROMANESQUE.test((given.normalize('NFC') + family.normalize('NFC')).replace(MARKUP, ''));
  }

  get #initials(): string | undefined {
    const { given } = this.#name;
    const ending = this.#options.get('initialize-with');
    if (given === undefined || ending === undefined || !this.#isRomanesque) return given;
    const initials =
      this.#options.get('initialize') === 'false'
        ? given.replace(TWO_CAPITALS, '$1 $2').replace(LONE_CAPITAL, (_, capital: string) => capital + ending)
        : given.replace(INITIAL, (_, capital: string) => capital + ending);
    return initials.replace(/[ \t-\r]*-/g, '-').replace(/^[ \t-\r\0]+|[ \t-\r\0]+$/g, '');
  }

  /** Formats the parts that have an element of their own. */
  formatPart(part: Formatting, format: (text: string | undefined) => string): void {
    const name = this.#name;
    if (part.get('name') === 'family') {
      if (name.particle === undefined || name.particle === '' || this.#isDemoted) name.family = format(name.family);
      else {
        name.family = format(`${name.particle} ${name.family ?? ''}`);
        name.particle = undefined;
      }
      this.#encloseSuffix(part);
    } else if (part.get('name') === 'given') {
      name.given = format(this.#initials);
      this.#encloseParticle(part);
    }
  }

  /** The suffix of a name stands within the suffix of the element, unless the last name comes first. */
  #encloseSuffix(part: Formatting): void {
    const name = this.#name;
    const ending = part.get('suffix') ?? '';
    if (name.suffix === undefined || name.suffix === '' || this.#isInverted || ending === '') return;
    name.family = `${(name.family ?? '').replace(new RegExp(`${escapePattern(ending)}$`), '')} ${name.suffix}${ending}`;
    name.suffix = undefined;
  }

  #encloseParticle(part: Formatting): void {
    const name = this.#name;
    const ending = part.get('suffix') ?? '';
    if (name.particle === undefined || !this.#isDemoted || !this.#isInverted || ending === '') return;
    name.given = `${(name.given ?? '').replace(new RegExp(`${escapePattern(ending)}$`), '')} ${name.particle}${ending}`;
    name.particle = undefined;
  }

  write(): string {
    const { family, particle, suffix } = this.#name;
    if (!this.#isRomanesque) return [family, this.#initials].filter((part) => part !== undefined).join(' ');
    if (/short/i.test(this.#options.get('form') ?? '')) return joinFilled([particle, family], ' ');
    if (!this.#isInverted) {
      return joinFilled([joinFilled([this.#initials, particle, family], ' '), suffix], ' ');
    }
    const separator = this.#options.get('sort-separator') ?? ', ';
    if (!this.#isDemoted) return joinFilled([joinFilled([particle, family], ' '), this.#initials, suffix], separator);
    return joinFilled([family, joinFilled([this.#initials, particle], ' '), suffix], separator);
  }
}

/** A person's name as a style writes it. */
export function writePerson(
  name: PersonName,
  settings: PersonSettings,
  { format, locale }: { format: HtmlFormat; locale: Locale },
): string {
  const isNobody = [name.family, name.given, name.particle, name.suffix].every((part) => part === undefined);
  const person = new Person(name, settings);
  if (!isNobody) {
    for (const part of settings.options.parts) {
      person.formatPart(part, (text) => (text === undefined ? '' : format.apply(text, part, locale)));
    }
  }
  return format.apply(person.write(), settings.options, locale);
}
