import { UttersonError } from '../../plugin/plugin.ts';
import type { TextFilter } from './bibtex/value.ts';
import { decodeLatex } from './latex/decode-latex.ts';
import type { Settings } from './settings.ts';

/** The ends of all groups in braces, by their beginnings. */
function groupEnds(text: string): ReadonlyMap<number, number> {
  const open: number[] = [];
  const ends = new Map<number, number>();
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') open.push(at);
    else if (text[at] === '}') {
      const start = open.pop();
      if (start !== undefined) ends.set(start, at);
    }
  }
  return ends;
}

/** Replaces a macro with its argument in braces. As in the gem, the same macro within the argument is left. */
function replaceMacro(macro: string, replace: (argument: string) => string): TextFilter {
  const start = `\\${macro}{`;
  return (text) => {
    if (!text.includes(start)) return text;
    const ends = groupEnds(text);
    let result = '';
    let from = 0;
    for (let at = text.indexOf(start); at !== -1; at = text.indexOf(start, Math.max(from, at + 1))) {
      const end = ends.get(at + start.length - 1);
      if (end === undefined) continue;
      result += text.slice(from, at) + replace(text.slice(at + start.length, end));
      from = end + 1;
    }
    return result + text.slice(from);
  };
}

/** What may stand in an address, by RFC 2396. */
const ADDRESS =
  /\\href\\\{([^\\}]+)\\\}\\\{([^\\}]+)\\\}|(?:https?|ftp):(?:[\w\-.!~*'();/?:@&=+$,[\]]|%[\da-f]{2})+(?:#(?:[\w\-.!~*'();/?:@&=+$,[\]]|%[\da-f]{2})*)?/gi;

const FILTERS: ReadonlyMap<string, TextFilter> = new Map([
  ['italics', replaceMacro('emph', (text) => `<i>${text}</i>`)],
  ['latex', decodeLatex],
  ['linebreaks', (text) => text.replace(/\n[ \t-\r]*/g, ' ')],
  ['lowercase', replaceMacro('lowercase', (text) => text.toLowerCase())],
  [
    'markdown',
    (text) =>
      text.replace(ADDRESS, (whole, address?: string, title?: string) =>
        address === undefined ? `[${whole}](${whole})` : `[${title}](${address})`,
      ),
  ],
  ['smallcaps', replaceMacro('textsc', (text) => `<font style="font-variant: small-caps">${text}</font>`)],
  ['superscript', replaceMacro('textsuperscript', (text) => `<sup>${text}</sup>`)],
  ['textit', replaceMacro('textit', (text) => `<i>${text}</i>`)],
  // As in the gem, without the semicolon.
  ['textregistered', (text) => text.replaceAll('\\textregistered', '&#0174')],
  ['tiny', replaceMacro('tiny', (text) => `<span class="tiny">${text}</span>`)],
]);

/**
 * The filters that a setting names.
 *
 * @throws {UttersonError} for a name that no filter has
 */
export function findFilters(
  settings: Pick<Settings, 'list'>,
  setting: 'bibtex_filters' | 'raw_bibtex_filters',
): readonly TextFilter[] {
  return settings.list(setting).map((name) => {
    const filter = FILTERS.get(name.toLowerCase());
    if (filter !== undefined) return filter;
    throw new UttersonError('UnknownFilter', `scholar: ${setting} names the filter "${name}", which does not exist.`, {
      hint: `There are ${[...FILTERS.keys()].join(', ')}. Filters written in Ruby do not run here.`,
    });
  });
}
