import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layOutCss } from '../../src/converters/sass/css-layout.ts';

/** `dart.css` is what Dart Sass prints; the other files are what sassc 2.4.0 (libsass 3.6) makes of it. */
const folder = join(import.meta.dirname, '../cases/css-layout');
const read = (name: string): string =>
  readFileSync(join(folder, `${name}.css`), 'utf8').replace('@charset "UTF-8";\n', '');

describe('CSS has the layout of libsass', () => {
  test.each(['compact', 'expanded'] as const)('%s', (layout) => {
    expect(layOutCss(read('dart'), layout)).toBe(read(layout));
  });

  test('an empty style sheet stays empty', () => {
    expect(layOutCss('', 'compact')).toBe('');
  });
});
