import { UttersonError } from '../errors.ts';
import { THEMES } from '../highlight/themes/palettes.ts';
import { type Mode, themeCss } from '../highlight/themes/theme-css.ts';
import type { RunCommand } from './command-line/command.ts';

/** `highlight-css THEME`: prints a style sheet for highlighted code; `--list` prints the names of the themes. */
export const runHighlightCss: RunCommand = async ({ words, flags, terminal }) => {
  if (flags.get('list') === true) {
    terminal.out(`${Object.keys(THEMES).join('\n')}\n`);
    return 0;
  }
  const [name] = words;
  if (name === undefined) {
    throw new UttersonError('MissingTheme', 'You must specify a theme.', {
      hint: `There are: ${Object.keys(THEMES).join(', ')}. For example: utterson highlight-css utterson > assets/highlight.css`,
    });
  }
  const scope = flags.get('scope');
  terminal.out(themeCss(name, modeOf(flags), typeof scope === 'string' ? scope : undefined));
  return 0;
};

/** With both flags or neither, the style sheet follows the reader's own setting. */
function modeOf(flags: ReadonlyMap<string, unknown>): Mode {
  const isLight = flags.get('light') === true;
  const isDark = flags.get('dark') === true;
  if (isLight === isDark) return 'combined';
  return isLight ? 'light' : 'dark';
}
