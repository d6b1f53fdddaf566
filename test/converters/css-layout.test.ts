import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layOutCss } from '../../src/converters/css-layout.ts';

/** `dart.css` is as Dart Sass prints it, the other files what sassc 2.4.0 (libsass 3.6) makes of that. */
const folder = join(import.meta.dirname, '../cases/css-layout');
const read = (name: string): string =>
  readFileSync(join(folder, `${name}.css`), 'utf8').replace('@charset "UTF-8";\n', '');

describe('CSS is laid out as by libsass', () => {
  test.each(['compact', 'expanded'] as const)('%s', (layout) => {
    expect(layOutCss(read('dart'), layout)).toBe(read(layout));
  });

  test('nothing comes of nothing', () => {
    expect(layOutCss('', 'compact')).toBe('');
  });
});
