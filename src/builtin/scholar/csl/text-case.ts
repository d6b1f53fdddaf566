import { WORD_EDGE } from '../../shared/word-class.ts';

const LINE_START = '(?:(?<![\\s\\S])|(?<=\\n))';
const LINE_END = '(?=\\n|(?![\\s\\S]))';

const FIRST_SMALL = new RegExp(`${LINE_START}([^\\p{Alphabetic}\\p{Nd}]*)(\\p{Ll})`, 'u');
const EVERY_SMALL = new RegExp(`${WORD_EDGE}(\\p{Ll})`, 'gu');
const FIRST_SMALL_LETTER = new RegExp(`${LINE_START}([^\\p{L}]*)(\\p{Ll})`, 'u');
const ALL_CAPITALS = new RegExp(`${WORD_EDGE}(\\p{Lu})(\\p{Lu}+)${WORD_EDGE}`, 'gu');
const WORD = new RegExp(`${WORD_EDGE}(\\p{L})([\\p{L}.]+)${WORD_EDGE}`, 'gu');
const LAST_WORD = new RegExp(`(\\.|${WORD_EDGE})(\\p{Ll})([\\p{L}.]+)${WORD_EDGE}${LINE_END}`, 'gu');

/** Words that stay small in the title case of English, unless they come first or last. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  `a about above across afore after against along alongside amid amidst among amongst an and anenst apropos apud around as
  aside astride at athwart atop barring before behind below beneath beside besides between beyond but by circa despite d
  down during except for forenenst from given in inside into lest like modulo near next nor notwithstanding of off on onto
  or out over per plus pro qua sans since so than the through thru throughout thruout till to toward towards under
  underneath until unto up upon versus vs v via vis-à-vis with within without`.split(/\s+/),
);

function titleCase(text: string): string {
  let isFirst = true;
  const titled = text.replace(WORD, (word: string, first: string, rest: string) => {
    const isRaised = /^\p{Ll}/u.test(first) && (!SMALL_WORDS.has(word.toLowerCase()) || isFirst);
    isFirst = false;
    return isRaised ? first.toUpperCase() + rest : word;
  });
  return titled.replace(LAST_WORD, (word: string, edge: string, first: string, rest: string) =>
    edge === '.' ? word : first.toUpperCase() + rest,
  );
}

/** A text in the case that `text-case` asks for. Titles are changed in English only. */
export function changeCase(text: string, textCase: string, language: string): string {
  switch (textCase) {
    case 'lowercase':
      return text.toLowerCase();
    case 'uppercase':
      return text.toUpperCase();
    case 'capitalize-first':
      return text.replace(FIRST_SMALL, (_, before: string, letter: string) => before + letter.toUpperCase());
    case 'capitalize-all':
      return text.replace(EVERY_SMALL, (letter) => letter.toUpperCase());
    case 'sentence':
      return text
        .replace(FIRST_SMALL_LETTER, (_, before: string, letter: string) => before + letter.toUpperCase())
        .replace(ALL_CAPITALS, (_, first: string, rest: string) => first + rest.toLowerCase());
    case 'title':
      return language === 'en' ? titleCase(text) : text;
    default:
      return text;
  }
}
