import { describe, expect, test } from 'vitest';
import { settle } from '../settle.ts';
import { SiteInMemory } from './site-in-memory.ts';
import { SiteOnDisk } from './site-on-disk.ts';

const post = (frontMatter: string, text = 'text') => `---\n${frontMatter}\n---\n${text}`;
const page = (text: string) => `---\n---\n${text}`;
const A = '_posts/2024-01-01-a.md';
const C = '_posts/2024-01-03-c.md';
const B = '_posts/2024-01-02-b.md';

interface Door {
  /** Files besides the common ones. */
  readonly files?: Readonly<Record<string, string>>;
  /** The edit; null removes a file. */
  readonly edit: Readonly<Record<string, string | null>>;
  /** The output that shows the change, although its own file stays the same. */
  readonly shownAt: string;
}

const BASE: Readonly<Record<string, string>> = {
  '_layouts/post.html': '{{ page.previous.title }}|{{ page.next.title }}|{{ content }}',
  [A]: post('title: A\nlayout: post\ntags: [t]\ncategories: [k]'),
  [C]: post('title: C\nlayout: post'),
};

/** Each way in which data enters a page, with an edit of that data. */
const DOORS: Readonly<Record<string, Door>> = {
  'a link to a page': {
    files: { 'index.html': page('{% link about.md %}'), 'about.md': post('permalink: /a/') },
    edit: { 'about.md': post('permalink: /b/') },
    shownAt: '/index.html',
  },
  'a link to a post': {
    files: { 'index.html': page('{% post_url 2024-01-01-a %}') },
    edit: { [A]: post('title: A\nlayout: post\npermalink: /moved/') },
    shownAt: '/index.html',
  },
  'the text of a page, beside that of one that stays as it is': {
    files: {
      'a.md': page('stays'),
      'b.md': page('before'),
      'z.html': page('{% for p in site.pages %}{{ p.content }}{% endfor %}'),
    },
    edit: { 'b.md': page('after') },
    shownAt: '/z.html',
  },
  'the next post, where one comes between': {
    edit: { [B]: post('title: B\nlayout: post') },
    shownAt: '/k/2024/01/01/a.html',
  },
  'the previous post, where one comes between': {
    edit: { [B]: post('title: B\nlayout: post') },
    shownAt: '/2024/01/03/c.html',
  },
  "the previous post's title": {
    edit: { [A]: post('title: Other\nlayout: post\ntags: [t]\ncategories: [k]') },
    shownAt: '/2024/01/03/c.html',
  },
  'the static files, where one becomes a page': {
    files: { 'index.html': page('{{ site.static_files | size }}'), 'robots.txt': 'all' },
    edit: { 'robots.txt': page('{{ 1 | plus: 1 }}') },
    shownAt: '/index.html',
  },
  'the documents of a collection, where one becomes a static file': {
    files: { 'index.html': page('{{ site.notes | size }}'), '_notes/n.md': page('note') },
    edit: { '_notes/n.md': 'note' },
    shownAt: '/index.html',
  },
  'a layout': { edit: { '_layouts/post.html': 'new {{ content }}' }, shownAt: '/2024/01/03/c.html' },
  'a layout that was missing': {
    files: { [B]: post('title: B\nlayout: wide') },
    edit: { '_layouts/wide.html': 'wide {{ content }}' },
    shownAt: '/2024/01/02/b.html',
  },
  'a layout of a layout': {
    files: { '_layouts/post.html': post('layout: base', '{{ content }}'), '_layouts/base.html': 'old {{ content }}' },
    edit: { '_layouts/base.html': 'new {{ content }}' },
    shownAt: '/2024/01/03/c.html',
  },
  "a layout's front matter": {
    files: { '_layouts/post.html': post('color: red', '{{ layout.color }}') },
    edit: { '_layouts/post.html': post('color: blue', '{{ layout.color }}') },
    shownAt: '/2024/01/03/c.html',
  },
  'an include': {
    files: { 'index.html': page('{% include a.html %}'), '_includes/a.html': 'one' },
    edit: { '_includes/a.html': 'two' },
    shownAt: '/index.html',
  },
  'an include that a variable names': {
    files: {
      'index.html': page('{% assign name = "a.html" %}{% include {{ name }} %}'),
      '_includes/a.html': 'one',
    },
    edit: { '_includes/a.html': 'two' },
    shownAt: '/index.html',
  },
  'a page that one before it puts in from now on': {
    files: { 'aaa.html': page('none'), 'zzz.html': page('{{ page.name }}') },
    edit: { 'aaa.html': page('{% include_relative zzz.html %}') },
    shownAt: '/zzz.html',
  },
  'a page that one before it puts in no more': {
    files: { 'aaa.html': page('{% include_relative zzz.html %}'), 'zzz.html': page('{{ page.name }}') },
    edit: { 'aaa.html': page('none') },
    shownAt: '/zzz.html',
  },
  'a page that one after it puts in, as one before it does now': {
    files: {
      'aaa.html': page('none'),
      'mmm.html': page('{{ page.name }}'),
      'zzz.html': page('{% include_relative mmm.html %}'),
    },
    edit: { 'aaa.html': page('{% include_relative mmm.html %}') },
    shownAt: '/zzz.html',
  },
  'a file beside the page': {
    files: { 'index.html': page('{% include_relative part.txt %}'), 'part.txt': 'one' },
    edit: { 'part.txt': 'two' },
    shownAt: '/index.html',
  },
  'the list of static files': {
    files: { 'index.html': page('{% for f in site.static_files %}{{ f.path }} {% endfor %}') },
    edit: { 'new.txt': '' },
    shownAt: '/index.html',
  },
  "a static file's time": {
    files: {
      'index.html': page('{% for f in site.static_files %}{{ f.modified_time | date: "%s" }} {% endfor %}'),
      'old.txt': '',
    },
    edit: { 'old.txt': 'changed' },
    shownAt: '/index.html',
  },
  "the time of a collection's file": {
    files: {
      'index.html': page('{% for f in site.collections.first.files %}{{ f.modified_time | date: "%s" }} {% endfor %}'),
      '_notes/old.txt': '',
    },
    edit: { '_notes/old.txt': 'changed' },
    shownAt: '/index.html',
  },
  'the list of pages': {
    files: { 'index.html': page('{% for p in site.pages %}{{ p.url }} {% endfor %}') },
    edit: { 'new.md': page('') },
    shownAt: '/index.html',
  },
  "another page's front matter": {
    files: { 'index.html': page('{% for p in site.pages %}{{ p.title }} {% endfor %}'), 'p.md': post('title: one') },
    edit: { 'p.md': post('title: two') },
    shownAt: '/index.html',
  },
  "another page's text": {
    files: { 'index.html': page('{% for p in site.html_pages %}{{ p.content }} {% endfor %}'), 'about.md': page('a') },
    edit: { 'about.md': page('b') },
    shownAt: '/index.html',
  },
  "a post's text": {
    files: { 'index.html': page('{{ site.posts.first.content }}') },
    edit: { [C]: post('title: C\nlayout: post', 'other') },
    shownAt: '/index.html',
  },
  "a post's excerpt": {
    files: { 'index.html': page('{{ site.posts.first.excerpt }}') },
    edit: { [C]: post('title: C\nlayout: post', 'other\n\nmore') },
    shownAt: '/index.html',
  },
  'whether Ruby would have an excerpt in US-ASCII': {
    files: {
      [A]: post('title: A\nlayout: post', '{{ 3 }} words'),
      'index.md': page('{{ site.posts.last.excerpt | strip_html | strip }} "quoted"'),
    },
    edit: { [A]: post('title: A\nlayout: post', '3 words') },
    shownAt: '/index.html',
  },
  "what an included file shows in a post's excerpt": {
    files: {
      'index.html': page('{{ site.posts.first.excerpt }}'),
      [C]: post('title: C', '{% include a.html %}\n\nmore'),
      '_includes/a.html': 'one',
    },
    edit: { '_includes/a.html': 'two' },
    shownAt: '/index.html',
  },
  'how many posts there are': {
    files: { 'index.html': page('{{ site.posts | size }}') },
    edit: { [B]: post('title: B') },
    shownAt: '/index.html',
  },
  'a tag that is new': {
    files: { 'index.html': page('{% for tag in site.tags %}{{ tag | first }}{% endfor %}') },
    edit: { [C]: post('title: C\nlayout: post\ntags: [u]') },
    shownAt: '/index.html',
  },
  'the posts of a tag': {
    files: { 'index.html': page('{{ site.tags.t | size }}') },
    edit: { [C]: post('title: C\nlayout: post\ntags: [t]') },
    shownAt: '/index.html',
  },
  'a category that goes': {
    files: { 'index.html': page('{% for c in site.categories %}{{ c | first }}{% endfor %}') },
    edit: { [A]: null },
    shownAt: '/index.html',
  },
  'related posts': {
    files: { '_layouts/post.html': '{% for r in site.related_posts %}{{ r.title }} {% endfor %}' },
    edit: { [B]: post('title: B') },
    shownAt: '/2024/01/03/c.html',
  },
  'a data file': {
    files: { 'index.html': page('{{ site.data.a.b }}'), '_data/a.yml': 'b: 1' },
    edit: { '_data/a.yml': 'b: 2' },
    shownAt: '/index.html',
  },
  'a data file that is new': {
    files: { 'index.html': page('{{ site.data.a.b }}') },
    edit: { '_data/a.yml': 'b: 2' },
    shownAt: '/index.html',
  },
  'all data': {
    files: { 'index.html': page('{% for d in site.data %}{{ d | first }} {% endfor %}'), '_data/a.yml': 'b: 1' },
    edit: { '_data/z.yml': 'b: 1' },
    shownAt: '/index.html',
  },
  'a collection': {
    files: {
      'index.html': page('{% for n in site.notes %}{{ n.title }}{% endfor %}'),
      '_notes/n.md': post('title: N'),
    },
    edit: { '_notes/o.md': post('title: O') },
    shownAt: '/index.html',
  },
  'all collections': {
    files: {
      'index.html': page('{% for c in site.collections %}{{ c.docs | size }}{{ c.files | size }} {% endfor %}'),
      '_notes/n.md': post('title: N'),
    },
    edit: { '_notes/picture.txt': '' },
    shownAt: '/index.html',
  },
  'all documents': {
    files: { 'index.html': page('{% for d in site.documents %}{{ d.relative_path }} {% endfor %}') },
    edit: { '_notes/n.md': post('title: N') },
    shownAt: '/index.html',
  },
  'the pages of the paginator': {
    files: { 'index.html': page('{{ paginator.total_posts }}{% for p in paginator.posts %}{{ p.title }}{% endfor %}') },
    edit: { [B]: post('title: B') },
    shownAt: '/index.html',
  },
};

describe('a change behind every door is noticed', () => {
  test.each(Object.entries(DOORS))('%s', async (_name, { files = {}, edit, shownAt }) => {
    const before = new Map(Object.entries({ ...BASE, ...files }));
    const site = new SiteInMemory();
    const shown = (await site.build(before)).get(shownAt);
    const after = new Map(before);
    for (const [path, text] of Object.entries(edit)) {
      if (text === null) after.delete(path);
      else after.set(path, text);
    }
    const built = await site.build(after);
    expect(built).toEqual(await new SiteInMemory(undefined, site.times).build(after));
    expect(built.get(shownAt)).not.toBe(shown);
    expect(shown).toBeDefined();
  });

  test.each([false, true])(
    'an excerpt in US-ASCII whose post stays the same, in a process that goes on: %s',
    async (goesOn) => {
      const site = new SiteOnDisk();
      const quoting = (text: string) => page(`{{ site.posts.last.excerpt | strip_html | strip }} "${text}"`);
      const files = new Map([
        [A, post('title: A', '{{ 3 }} words')],
        ['index.md', quoting('one')],
      ]);
      await site.build(files);
      await settle();
      const again = await site.build(new Map(files).set('index.md', quoting('again')));
      expect(again.get('/index.html')).toBe('<p>3 words &#8220;again&#8221;</p>\n');
      const after = await site.build(new Map(files).set('index.md', quoting('two')), { goesOn });
      expect(after.get('/index.html')).toBe('<p>3 words &#8220;two&#8221;</p>\n');
      site.remove();
    },
  );

  test.each([false, true])(
    'a page of the includes folder that one before it puts in from now on, in a process that goes on: %s',
    async (goesOn) => {
      const site = new SiteOnDisk();
      site.settings = { ...site.settings, includes_dir: '.' };
      const files = new Map([
        ['aaa.html', page('none')],
        ['zzz.html', page('{{ page.name }}')],
      ]);
      expect((await site.build(files)).get('/zzz.html')).toBe('zzz.html');
      const after = await site.build(new Map(files).set('aaa.html', page('{% include zzz.html %}')), { goesOn });
      expect(after.get('/zzz.html')).toBe('---\n---\nzzz.html');
      site.remove();
    },
  );

  test.each([false, true])(
    'the text of a page whose template has the same name, in a process that goes on: %s',
    async (goesOn) => {
      const site = new SiteOnDisk();
      const paths = ['en/docs/lib/a.html', 'fr/docs/lib/a.html'];
      let files = new Map(paths.map((path) => [path, page('{{ page.title }}before')]));
      await site.build(files);
      for (const path of paths) {
        files = new Map(files).set(path, page(`{{ page.title }}text of ${path}`));
        const built = await site.build(files, { goesOn });
        // Which of the two is the first depends on the file system.
        const [one, other] = paths.map((shown) => built.get(`/${shown}`));
        expect(one).toBe(other);
        if (path === paths[1]) expect(one).toContain('text of');
      }
      site.remove();
    },
  );

  // Sass reads from the disk itself.
  test.each([false, true])('a style sheet that another one imports, in a process that goes on: %s', async (goesOn) => {
    const site = new SiteOnDisk();
    const files = new Map([
      ['main.scss', page('@import "a";')],
      ['_sass/a.scss', 'a { b: c }'],
    ]);
    expect((await site.build(files)).get('/main.css')).toContain('b: c');
    expect((await site.build(new Map(files).set('_sass/a.scss', 'a { b: d }'), { goesOn })).get('/main.css')).toContain(
      'b: d',
    );
    site.remove();
  });

  test.each([false, true])(
    'a folder that matches a pattern of load_paths, in a process that goes on: %s',
    async (goesOn) => {
      const site = new SiteOnDisk();
      site.settings = { ...site.settings, sass: new Map([['load_paths', 'lib/*/scss']]) };
      const files = new Map([
        ['main.scss', page('@import "a";')],
        ['lib/two/scss/_a.scss', 'a { b: c }'],
      ]);
      expect((await site.build(files)).get('/main.css')).toContain('b: c');
      const after = await site.build(new Map(files).set('lib/one/scss/_a.scss', 'a { b: d }'), { goesOn });
      expect(after.get('/main.css')).toContain('b: d');
      site.remove();
    },
  );

  test.each([false, true])(
    'a file in a folder in which Sass looks first, in a process that goes on: %s',
    async (goesOn) => {
      const site = new SiteOnDisk();
      site.settings = { ...site.settings, sass: new Map([['load_paths', ['lib/one', 'lib/two']]]) };
      const files = new Map([
        ['main.scss', page('@import "a";')],
        ['lib/one/_other.scss', ''],
        ['lib/two/_a.scss', 'a { b: c }'],
      ]);
      expect((await site.build(files)).get('/main.css')).toContain('b: c');
      const after = await site.build(new Map(files).set('lib/one/_a.scss', 'a { b: d }'), { goesOn });
      expect(after.get('/main.css')).toContain('b: d');
      site.remove();
    },
  );
});
