import { expect, test } from 'vitest';
import { Token } from '../../src/highlight/engine/token.ts';
import { THEMES } from '../../src/highlight/themes/palettes.ts';
import { themeCss } from '../../src/highlight/themes/theme-css.ts';

const channel = (hex: string): number => {
  const value = Number.parseInt(hex, 16) / 255;
  return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

const luminance = (color: string): number =>
  0.2126 * channel(color.slice(1, 3)) + 0.7152 * channel(color.slice(3, 5)) + 0.0722 * channel(color.slice(5, 7));

function contrast(left: string, right: string): number {
  const [dark = 0, light = 0] = [luminance(left), luminance(right)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

for (const [name, theme] of Object.entries(THEMES)) {
  test(`${name} can be read`, () => {
    for (const palette of [theme.light, theme.dark]) {
      for (const [role, color] of Object.entries(palette)) {
        if (role === 'background' || role === 'mark') continue;
        expect(contrast(color, palette.background), `${role} on the background`).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrast(palette.text, palette.mark)).toBeGreaterThanOrEqual(4.5);
    }
  });
}

test('a theme styles only existing classes, and most of them', () => {
  const classes = new Set([...themeCss('utterson', 'light').matchAll(/\.highlight \.(\w+)/g)].map((match) => match[1]));
  const tokens = new Set<string>(Object.values(Token));
  for (const name of classes) expect(tokens.has(name ?? '') || name === 'hll' || name === 'lineno').toBe(true);
  expect(classes.size).toBeGreaterThan(60);
});

test('a combined style sheet contains both colour schemes and follows the reader’s setting', () => {
  const sheet = themeCss('fog', 'combined');
  expect(sheet).toContain('#f5f6f7');
  expect(sheet).toContain('@media (prefers-color-scheme: dark) {\n  .highlight { background: #23272b;');
});

test('an unknown theme is an error that names the known ones', () => {
  expect(() => themeCss('constructor', 'light')).toThrow("There is no highlighting theme 'constructor'.");
});
