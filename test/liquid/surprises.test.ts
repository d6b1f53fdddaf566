import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Liquid } from '../../src/liquid/liquid.ts';

const SCOPE = { on: true, off: false, list: [1, [2, 'b']], none: [], hash: { a: null } };
const ROW = /^\| `(.+)` \| `(.+)` \| /gm;

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'liquid.md'), 'utf8');
const [, section = ''] = page.split('## Surprises\n');
const rows = [...(section.split('\n## ')[0] ?? '').matchAll(ROW)].map(([, template = '', output = '']) => [
  template.replaceAll('\\|', '|'),
  output,
]);

describe('the surprises that docs/liquid.md lists', () => {
  test('there are rows', () => expect(rows.length).toBeGreaterThan(15));
  test.each(rows)('%s', (template = '', output) => {
    expect(new Liquid().parseTemplate(template).render(SCOPE)).toBe(output);
  });
  test('errors stop a render', () => {
    const render = (template: string): string => new Liquid().parseTemplate(template).render({});
    expect(() => render('{% if "10" > 9 %}{% endif %}')).toThrow('comparison of String with 9 failed');
    expect(() => render('{{ 1 | divided_by: 0 }}')).toThrow('divided by 0');
    expect(() => render('{{ "a" | append }}')).toThrow('wrong number of arguments');
  });
});
