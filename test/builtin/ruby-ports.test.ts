import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hideBibtexLines } from '../../src/builtin/ruby-ports/hide-bibtex.ts';
import { findRubyPort, PORTS } from '../../src/builtin/ruby-ports/ruby-ports.ts';
import { checkPlugin } from '../../src/plugin/check-plugin.ts';
import { definePlugin, type Plugin } from '../../src/plugin/plugin.ts';
import { memorySite } from '../build/memory-site.ts';

const RUBY = 'class A\n  def b\n    1\n  end\nend\n';
const port = definePlugin({ name: 'a.rb' });
const digest = createHash('sha256').update('class A\ndef b\n1\nend\nend').digest('hex').slice(0, 16);
const ports = new Map([[digest, async () => port]]);

test.each([
  ['as it is', RUBY, true],
  ['with comments and other white space', `# A comment.\r\n${RUBY.replaceAll('\n', '\r\n\r\n')}  # Another.\r\n`, true],
  ['with other code', RUBY.replace('1', '2'), false],
  ['with a line less', RUBY.replace('end\n', ''), false],
])('a Ruby file that is known: %s', async (_how, ruby, isKnown) => {
  expect(await findRubyPort(ruby, ports)?.()).toBe(isKnown ? port : undefined);
});

async function loadAll(): Promise<Plugin[]> {
  const all = new Set<Plugin>();
  for (const load of PORTS.values()) all.add(await load());
  return [...all];
}

test('each of the ports is a plugin', async () => {
  const all = await loadAll();
  expect(all.map((plugin) => checkPlugin(plugin).name).length).toBe(56);
});

const PAGE = `---
title: T
pdf: m.css
---
{% assign path = 'assets/m.css' %}
1 {% file_exists assets/m.css %} 2 {% file_exists assets/{{ page.pdf }} %} 3 {% file_exists nowhere.txt %} 4 {% file_exists assets %} 5 {% file_exists  {{ path }}  %}
6 {% localization_exists nav.home %} 7 {% localization_exists nav.none %} 8 {% localization_exists nav %} 9 {% localization_exists nav.deep.er %} 10 {% localization_exists {{ page.title }}.x %}
11 {{ 'Ærø, Łódź, naïve, 日本, “q”' | remove_accents }}
12 {{ '/assets/m.css' | bust_file_cache }} 13 {{ 'x/assets/m.css' | bust_css_cache }}
14 {% google_scholar_citations a b %} {% inspirehep_citations c %}

{% details A **bold** summary, "quoted" %}
Body *one* {{ page.title }}
{% enddetails %}

{% capture bib %}@article{a,
  abbr = {PhysRev},
  author = {Einstein*†, Albert and Bohr^1, N.},
  title = {T},
  pdf = {x.pdf},
  html={y},
  xabbr = {keep},
  selected   =   {true}
}
{% endcapture %}
<pre>{{ bib | hideCustomBibtex }}</pre>
`;

/** What Jekyll made of it with the Ruby files, but for the line with the citations, which asks the network. */
const EXPECTED = `
<p>1 true 2 true 3 false 4 true 5 true
6 true 7 false 8 false 9 true 10 false
11 AEro, Lodz, naive, ??, ?q?
12 /assets/m.css?1cfdc6def2c0a88d149d3c6dea6c4a2a 13 x/assets/m.css?9ab32467ba1fcb6d8af9ec8f0f1c5d86
14 N/A N/A</p>

<details><summary>A <strong>bold</strong> summary, “quoted”</summary>
<p>Body <em>one</em> T</p>
</details>

<pre>@article{a,
  author = {Einstein, Albert and Bohr1, N.},
  title = {T},
},
    xabbr = {keep},
}
</pre>
`;

test('the ports do what the Ruby files do', async () => {
  const newest = new Map((await loadAll()).map((plugin) => [plugin.name, plugin]));
  const files = {
    'index.md': PAGE,
    'assets/m.css': 'a{b:c}\n',
    'assets/_sass/a.scss': '$a: 1;\n',
    'assets/_sass/sub/b.scss': '$b: 2;\n',
    '_data/en/strings.yml': 'nav:\n  home: Home\n  deep:\n    er: x\n',
    '_config.yml': '',
  };
  const config = {
    collections: ['notes'],
    languages: ['en', 'de'],
    filtered_bibtex_keywords: ['abbr', 'pdf|html', 'selected'],
  };
  const site = await memorySite(files, { config, plugins: [...newest.values()] });
  await site.builder.build();
  expect(site.read('index.html')).toBe(EXPECTED);
});

test('the first version of hide-custom-bibtex removes every line with the name of a field', async () => {
  const page =
    '---\n---\n{% capture bib %}a = {1}\nxab = {a}\nb = {abbr}\n{% endcapture %}{{ bib | hideCustomBibtex }}';
  const config = { filtered_bibtex_keywords: ['abb?r', 'xa'] };
  const site = await memorySite({ 'index.html': page }, { config, plugins: [hideBibtexLines] });
  await site.builder.build();
  expect(site.read('index.html')).toBe('a = {1}\n');
});
