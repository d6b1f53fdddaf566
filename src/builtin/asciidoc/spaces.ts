import type { AsciidoctorProgram } from './package.ts';

/** What JavaScript takes for white space or for the end of a line, and Ruby does not: no-break spaces and the like. */
const SPACES =
  '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u2028\u2029\ufeff';
/** The first of the code points that Unicode keeps free of any meaning, so that no text has them. */
const FIRST = 0xfdd0;
const STAND_INS = [...SPACES].map((_, index) => String.fromCharCode(FIRST + index));
/** The stand-ins of those that Ruby counts as blank; the last three are none. */
const BLANKS = STAND_INS.slice(0, -3).join('');
const SPACE = new RegExp(`[${SPACES}]`, 'g');
const STAND_IN = new RegExp(`[${STAND_INS.join('')}]`, 'g');

/** A text as Asciidoctor is given it: with stand-ins for spaces that would mean less in Ruby. A byte order mark stays. */
export function hideSpaces(text: string): string {
  return text.replace(SPACE, (space, at: number) =>
    at === 0 && space === '\ufeff' ? space : (STAND_INS[SPACES.indexOf(space)] ?? space),
  );
}

/** A text of Asciidoctor's with its spaces again. */
export function showSpaces(text: string): string {
  return text.replace(STAND_IN, (sign) => SPACES[sign.charCodeAt(0) - FIRST] ?? sign);
}

/** In Ruby, an address may follow any blank. This is the only pattern of Asciidoctor's that asks for more than spaces and tabs. */
export function acceptBlanksBeforeLinks(program: AsciidoctorProgram): void {
  const { source, flags } = program.$const_get('InlineLinkRx');
  program.$const_set('InlineLinkRx', new RegExp(source.replace('[ \\t]', `[ \\t${BLANKS}]`), flags));
}
