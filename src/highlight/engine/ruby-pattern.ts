const SPACES = ' \\t\\r\\n\\f\\v';

/** What a character outside brackets becomes. Lines end at a line feed only: a carriage return is one more character. */
function readOutside(character: string, dotAll: boolean): string {
  if (character === '^') return '(?<![^\\n])';
  if (character === '$') return '(?![^\\n])';
  return character === '.' && !dotAll ? '[^\\n]' : character;
}

/**
 * Reads a pattern as Ruby would: `\s` is ASCII white space only, `.` stops at `\n` alone (unless the `s` flag is set), `^` and `$` are ends of lines.
 * A no-break space pasted into a code block is therefore no white space, as in the reference.
 *
 * @example
 * toRubyReading(/\s.*$/) // /[ \t\r\n\f\v][^\n]*(?![^\n])/y
 */
export function toRubyReading(pattern: RegExp): RegExp {
  const { source, dotAll } = pattern;
  let inClass = false;
  let result = '';
  for (let index = 0; index < source.length; index++) {
    const character = source.charAt(index);
    if (character === '\\') {
      const escaped = source.charAt(++index);
      if (escaped === 's') result += inClass ? SPACES : `[${SPACES}]`;
      else if (escaped === 'S' && !inClass) result += `[^${SPACES}]`;
      else result += `\\${escaped}`;
      continue;
    }
    if (character === '[') inClass = true;
    else if (character === ']') inClass = false;
    result += inClass ? character : readOutside(character, dotAll);
  }
  return new RegExp(result, `${pattern.flags.replace(/[gmy]/g, '')}y`);
}
