import { expect, test } from 'vitest';
import { memorySite } from './memory-site.ts';

test("a theme's own repository, whose configuration names it, is built with itself and the plugins that it needs", async () => {
  const files = {
    'jekyll-theme-plain.gemspec': 'spec.add_runtime_dependency "jekyll-seo-tag", "~> 2.0"\n',
    '_layouts/default.html': '{% seo title=false %}<main>{{ content }}</main>',
    'assets/style.css': 'b { c: d }',
    'index.html': '---\nlayout: default\n---\nFront',
  };
  const { builder, read } = await memorySite(files, { config: { theme: 'jekyll-theme-plain' } });
  await builder.build();
  expect(read('index.html')).toMatch(/^<!-- Begin Jekyll SEO tag [\s\S]*<main>Front<\/main>$/);
  expect(read('assets/style.css')).toBe('b { c: d }');
});
