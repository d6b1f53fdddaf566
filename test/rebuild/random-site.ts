import { RELATIVE_PIECES, RICH_FILES, RICH_MAKERS, RICH_PIECES, richFiles } from './rich-pieces.ts';

/** Random sites and edits from a seed: a build reads in as many ways as templates can. */

export type Files = Map<string, string>;

/** A generator of pseudo-random numbers from a seed (mulberry32). */
export class Chance {
  #state: number;
  /** Whether the templates leave nothing behind for the next page: only then may a builder keep the site. */
  isTidy = false;
  /** Whether the site has a theme, more plugins and the files that they read. */
  isRich = false;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** At least 0 and less than 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  is(likelihood: number): boolean {
    return this.next() < likelihood;
  }
}

const WORDS = ['ash', 'birch', 'cedar', 'elm', 'fir', 'hazel', 'lime', 'oak', 'pine', 'rowan'];

/** Pieces of templates that read the site in different ways. */
const PIECES = [
  '{{ page.title }}',
  '{{ site.title }} {{ site.data.nav.first }}',
  '{% for p in site.posts %}{{ p.title }}|{% endfor %}',
  '{% for p in site.posts limit: 2 %}{{ p.url }} {{ p.excerpt }}{% endfor %}',
  '{% for p in site.posts %}{{ p.content | number_of_words }} {% endfor %}',
  '{% for p in site.tags.oak %}{{ p.title }}{% endfor %}{{ site.categories | size }}',
  '{% for d in site.notes %}{{ d.title }}:{{ d.content | strip_html | truncate: 12 }};{% endfor %}',
  '{% for p in site.pages %}{{ p.url }}={{ p.title }} {% endfor %}',
  '{% for p in site.html_pages %}{{ p.content | size }} {% endfor %}',
  '{% for f in site.static_files %}{{ f.path }} {% endfor %}',
  '{{ page.next.title }}<{{ page.previous.url }}',
  '{% if page.next %}more{% endif %}',
  '{{ page.excerpt }}',
  '{{ page.extra | jsonify }}',
  '{% include a.html %}',
  '{% include b.html word="x" %}',
  '{% include_cached c.html word=page.title %}',
  "{% cycle 'odd', 'even' %}",
  '{% ifchanged %}{{ page.title }}{% endifchanged %}',
  '{% increment counter %}',
  '{{ site.data | size }} {% for pair in site.data.nav %}{{ pair[0] }}{% endfor %}',
  "{{ site.time | date: '%Y' }}",
  '{{ site.related_posts | size }}',
  '{{ site.documents | size }}{% for c in site.collections %}{{ c.label }}{{ c.docs | size }}{% endfor %}',
  '{% assign last = site.posts | last %}{{ last.output | size }}{{ last.date }}',
  "{% assign found = site.posts | where: 'title', 'oak' %}{{ found | size }}",
  '{{ content | size }}',
  '{{ layout.kind }}',
  '{{ page.tags | join: "," }}{{ page.date }}',
  "{{ site.posts | map: 'title' | join: ' ' }}",
  '{% for s in site.secret %}{{ s.title }}{{ s.content | size }}{{ s.url }} {% endfor %}',
  '{{ site.secret.first.excerpt }}{{ site.secret.last.next.title }}',
  '{% for s in site.secret %}{{ s.output | size }} {% endfor %}',
];

/** Pieces that show or change what the page before left behind. */
const LEAVES_SOMETHING = /increment|\{\{ content|layout\.kind/;
const TIDY_PIECES = PIECES.filter((piece) => !LEAVES_SOMETHING.test(piece));

function piece(chance: Chance): string {
  if (chance.isRich && chance.is(0.5)) return chance.pick(RICH_PIECES);
  return chance.pick(chance.isTidy ? TIDY_PIECES : PIECES);
}

function pieces(chance: Chance, most: number): string {
  return Array.from({ length: 1 + chance.below(most) }, () => piece(chance)).join('\n');
}

function words(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => chance.pick(WORDS)).join(' ');
}

function frontMatter(chance: Chance, layouts: readonly string[]): string {
  const lines = [`title: ${chance.pick(WORDS)}`];
  if (chance.is(0.7)) lines.push(`layout: ${chance.pick(layouts)}`);
  if (chance.is(0.4)) lines.push(`tags: [${words(chance, 1 + chance.below(2)).replaceAll(' ', ', ')}]`);
  if (chance.is(0.2)) lines.push(`categories: ${chance.pick(WORDS)}`);
  if (chance.is(0.1)) lines.push('published: false');
  if (chance.is(0.1)) lines.push(`permalink: /${chance.pick(WORDS)}/`);
  if (chance.is(0.3)) lines.push(`extra: ${chance.pick(EXTRAS)}`);
  return `---\n${lines.join('\n')}\n---\n`;
}

/** Values of all kinds. */
const EXTRAS = [
  '{ a: [1, 1.0, ~], 2: { b: 2024-05-06 } }',
  '[&x [elm], *x, 123456789012345678901]',
  '2024-05-06 07:08:09 +0200',
];

function text(chance: Chance): string {
  if (chance.isRich && chance.is(0.3)) return `${chance.pick(RELATIVE_PIECES)}\n\n${words(chance, 3)}\n`;
  const first = `${words(chance, 5)} ${chance.is(0.3) ? piece(chance) : ''}`;
  return `${first}\n\n${words(chance, 8)}\n${chance.is(0.4) ? pieces(chance, 2) : ''}\n`;
}

const LAYOUTS = ['base', 'post', 'missing'];

function make(chance: Chance): [path: string, content: string] {
  if (chance.isRich && chance.is(0.4)) return chance.pick(RICH_MAKERS)(chance, () => chance.pick(WORDS));
  return chance.pick(MAKERS)(chance);
}

const MAKERS: readonly ((chance: Chance) => [path: string, content: string])[] = [
  (chance) => [
    `_posts/2024-0${1 + chance.below(9)}-1${chance.below(3)}-${chance.pick(WORDS)}.md`,
    frontMatter(chance, LAYOUTS) + text(chance),
  ],
  (chance) => [`_posts/2090-01-01-${chance.pick(WORDS)}.md`, frontMatter(chance, LAYOUTS) + text(chance)],
  (chance) => [`_notes/${chance.pick(WORDS)}.md`, frontMatter(chance, LAYOUTS) + text(chance)],
  // In a collection that is not written.
  (chance) => [`_secret/${chance.pick(WORDS)}.md`, frontMatter(chance, LAYOUTS) + text(chance)],
  (chance) => [
    `${chance.pick(WORDS)}.${chance.pick(['md', 'html'])}`,
    frontMatter(chance, LAYOUTS) + pieces(chance, 3),
  ],
  (chance) => [
    'index.html',
    `${frontMatter(chance, ['base'])}{% for p in paginator.posts %}{{ p.title }} {% endfor %}${pieces(chance, 2)}`,
  ],
  (chance) => [
    '_layouts/base.html',
    `---\nkind: ${chance.pick(WORDS)}\n---\n<main>{{ content }}</main>${pieces(chance, 2)}`,
  ],
  (chance) => [
    '_layouts/post.html',
    `---\n${chance.is(0.8) ? 'layout: base\n' : ''}kind: ${chance.pick(WORDS)}\n---\n<article>{{ content }}</article>${pieces(chance, 1)}`,
  ],
  (chance) => ['_includes/a.html', chance.is(0.3) ? '{% include b.html %}' : words(chance, 2)],
  (chance) => ['_includes/b.html', `${chance.pick(WORDS)}{{ include.word }}{{ site.data.nav.first }}`],
  (chance) => ['_includes/c.html', `${chance.pick(WORDS)}{{ include.word }}${chance.is(0.5) ? '{{ page.url }}' : ''}`],
  (chance) => ['_data/nav.yml', `first: ${chance.pick(WORDS)}\n${chance.pick(WORDS)}: 2\n`],
  (chance) => [`_data/${chance.pick(WORDS)}.yml`, `- ${chance.pick(WORDS)}\n`],
  (chance) => [`img/${chance.pick(WORDS)}.txt`, words(chance, 3)],
];

/** The files of every site: without them the pieces would stop the build. */
const NEEDED = [
  '_includes/a.html',
  '_includes/b.html',
  '_includes/c.html',
  '_layouts/base.html',
  ...Object.keys(RICH_FILES),
];

export function randomSite(chance: Chance): Files {
  const files: Files = chance.isRich ? richFiles() : new Map();
  chance.isTidy = chance.is(0.6);
  for (const maker of MAKERS) files.set(...maker(chance));
  for (let count = 4 + chance.below(8); count > 0; count--) files.set(...make(chance));
  return files;
}

function changeText(chance: Chance, path: string, content: string): string {
  // Another word would make most data files invalid.
  if (/^_data|\.json$/.test(path)) return `${content}\n# ${chance.pick(WORDS)}\n`;
  if (chance.is(0.9)) return content + chance.pick(WORDS);
  // With front matter a file is a page, without it a static file.
  return content.startsWith('---\n') ? content.replace(/^---\n.*?---\n/s, '') : `---\n---\n${content}`;
}

/** Changes, adds, removes or renames a file or two. */
export function randomEdit(chance: Chance, files: Files): Files {
  const edited: Files = new Map(files);
  for (let count = 1 + chance.below(2); count > 0; count--) {
    const removable = [...edited.keys()].filter((path) => !NEEDED.includes(path));
    const kind = chance.below(10);
    if (kind < 4 || removable.length === 0) {
      edited.set(...make(chance));
    } else if (kind < 8) {
      const path = chance.pick(removable);
      edited.set(path, changeText(chance, path, edited.get(path) ?? ''));
    } else {
      const path = chance.pick(removable);
      const content = edited.get(path) ?? '';
      edited.delete(path);
      if (kind === 9)
        edited.set(
          path.replace(/([^/]+)$/, (name) => name.replace(/[a-z]+(?=\.)/, chance.pick(WORDS))),
          content,
        );
    }
  }
  return edited;
}
