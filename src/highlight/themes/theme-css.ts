import { UttersonError } from '../../errors.ts';
import { type Palette, THEMES } from './palettes.ts';

export type Mode = 'light' | 'dark' | 'combined';

/** Which classes take which colour, and what else is theirs. Classes not named take the colour of the text. */
const RULES: readonly (readonly [role: keyof Palette, classes: string, more?: string])[] = [
  ['comment', 'c ch cd cm c1 cs', 'font-style: italic'],
  ['comment', 'cp cpf gp gl go'],
  ['keyword', 'k kc kd kn kp kr ow', 'font-weight: 600'],
  ['type', 'kt nc ne nn no bp nb'],
  ['name', 'nv vc vg vi vm kv ni nl nd'],
  ['function', 'nf fm nt'],
  ['string', 's sa sb sc dl sd s2 sh sx sr s1 ss ld l'],
  ['escape', 'se si'],
  ['number', 'm mb mf mh mi il mo mx'],
  ['attribute', 'na py'],
  ['punctuation', 'p pi o'],
  ['error', 'err gr gt'],
  ['inserted', 'gi'],
  ['deleted', 'gd'],
  ['text', 'ge', 'font-style: italic'],
  ['text', 'gs gh gu', 'font-weight: 700'],
  ['text', 'ges', 'font-style: italic; font-weight: 700'],
];

function rule(selectors: string, declarations: string): string {
  return `${selectors} { ${declarations} }\n`;
}

function css(palette: Palette, scope: string): string {
  const spans = RULES.map(([role, classes, more]) => {
    const selectors = classes.split(' ').map((name) => `${scope} .${name}`);
    return rule(selectors.join(', '), `color: ${palette[role]};${more === undefined ? '' : ` ${more};`}`);
  });
  return [
    rule(scope, `background: ${palette.background}; color: ${palette.text};`),
    ...spans,
    rule(`${scope} .hll`, `background: ${palette.mark}; display: block;`),
    rule(`${scope} .lineno`, `color: ${palette.comment}; user-select: none;`),
  ].join('');
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

/**
 * A style sheet for highlighted code: light, dark, or both with the reader's own setting deciding.
 * The scope is the selector that the rules hold below.
 *
 * @example
 * themeCss('utterson', 'combined') // '.highlight { background: … } … @media (prefers-color-scheme: dark) { … }'
 */
export function themeCss(name: string, mode: Mode, scope = '.highlight'): string {
  const theme = Object.hasOwn(THEMES, name) ? THEMES[name] : undefined;
  if (theme === undefined) {
    throw new UttersonError('UnknownTheme', `There is no highlighting theme '${name}'.`, {
      hint: `There are: ${Object.keys(THEMES).join(', ')}.`,
    });
  }
  if (mode !== 'combined') return css(theme[mode], scope);
  return `${css(theme.light, scope)}\n@media (prefers-color-scheme: dark) {\n${indent(css(theme.dark, scope))}}\n`;
}
