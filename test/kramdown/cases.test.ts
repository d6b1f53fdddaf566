import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { highlightCode } from '../../src/converters/highlight-code.ts';
import { convert, type KramdownOptions } from '../../src/kramdown/kramdown.ts';

/** Jekyll's options, unless a case names others. */
const JEKYLL: KramdownOptions = {
  input: 'GFM',
  hard_wrap: false,
  syntax_highlighter: 'rouge',
  syntax_highlighter_opts: { default_lang: 'plaintext', guess_lang: true },
  highlight: highlightCode,
};

interface Facts {
  readonly options: KramdownOptions;
  readonly warnings?: readonly string[];
}

const root = join(import.meta.dirname, '..', 'cases', 'kramdown');

/** Each case is a text with the HTML that kramdown makes of it, and possibly options and expected warnings. */
for (const topic of readdirSync(root)) {
  const folder = join(root, topic);
  describe(topic, () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
    test.each(names)('%s', (name) => {
      const path = (extension: string): string => join(folder, name.replace(/\.md$/, extension));
      const facts = existsSync(path('.json')) ? (JSON.parse(readFileSync(path('.json'), 'utf8')) as Facts) : undefined;
      const { html, warnings } = convert(readFileSync(join(folder, name), 'utf8'), facts?.options ?? JEKYLL);
      expect(html).toBe(readFileSync(path('.html'), 'utf8'));
      if (facts !== undefined) expect(warnings).toEqual(facts.warnings ?? []);
    });
  });
}
