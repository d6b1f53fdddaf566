import { expect, test, vi } from 'vitest';
import type { Change } from '../../src/build/build-result.ts';
import { Liquid } from '../../src/liquid/liquid.ts';
import type { Plugin } from '../../src/plugin/define-plugin.ts';
import { MemoryTree } from '../../src/util/files/memory-tree.ts';
import { memorySite } from './memory-site.ts';

/** How often each expensive thing was done; for digests, the number of characters. */
type Work = Record<'read' | 'status' | 'list' | 'write' | 'parse' | 'convert' | 'render' | 'hash', number>;

const POSTS = 60;

/**
 * The work of a build of the site below. Time cannot be tested on a busy machine, but work can: a number that grows is a
 * regression that users of large sites notice. If a number changes on purpose, the commit says why.
 */
const EXPECTED: Readonly<Record<string, Work>> = {
  'a build from nothing': { read: 72, status: 67, list: 6, write: 62, parse: 65, convert: 60, render: 62, hash: 14820 },
  'a build with nothing changed': { read: 2, status: 2, list: 0, write: 0, parse: 0, convert: 0, render: 0, hash: 116 },
  'the body of a post': { read: 4, status: 5, list: 0, write: 1, parse: 1, convert: 1, render: 1, hash: 333 },
  'a data file that one page shows': {
    read: 5,
    status: 4,
    list: 1,
    write: 1,
    parse: 0,
    convert: 0,
    render: 1,
    hash: 132,
  },
  'the layout of all posts': {
    read: 5,
    status: 64,
    list: 1,
    write: 60,
    parse: 1,
    convert: 0,
    render: 60,
    hash: 253,
  },
  // Files that are read again are remembered only from the second time on, because most processes build once.
  'the front matter of a post': {
    read: 72,
    status: 72,
    list: 5,
    write: 2,
    parse: 1,
    convert: 1,
    render: 2,
    hash: 14792,
  },
  'the front matter of a post once more': {
    read: 10,
    status: 73,
    list: 5,
    write: 2,
    parse: 1,
    convert: 1,
    render: 2,
    hash: 14792,
  },
};

const NONE: Readonly<Work> = { read: 0, status: 0, list: 0, write: 0, parse: 0, convert: 0, render: 0, hash: 0 };
const work: Work = vi.hoisted(() => ({
  read: 0,
  status: 0,
  list: 0,
  write: 0,
  parse: 0,
  convert: 0,
  render: 0,
  hash: 0,
}));

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  const hash = (algorithm: string, data: string | Uint8Array, encoding: 'base64'): string => {
    work.hash += data.length;
    return crypto.hash(algorithm, data, encoding);
  };
  return { ...crypto, hash };
});

/** Counts the templates that are parsed. */
function countParsed(): void {
  const parse = Liquid.prototype.parseTemplate;
  vi.spyOn(Liquid.prototype, 'parseTemplate').mockImplementation(function (this: Liquid, ...given) {
    work.parse++;
    return parse.apply(this, given);
  });
}

/**
 * A tree in memory that counts calls. Its files are years old, because a file that changed just now is read again whatever
 * its times are, and then the count would depend on the speed of the machine.
 */
class CountingTree extends MemoryTree {
  constructor(content: Record<string, string>) {
    let time = Date.UTC(2020, 0, 1);
    super(content, () => time++);
  }

  override read(path: string): Uint8Array {
    work.read++;
    return super.read(path);
  }

  override status(path: string): ReturnType<MemoryTree['status']> {
    work.status++;
    const { list } = work;
    const status = super.status(path);
    // A tree in memory finds its folders by listing them, but a disk does not.
    work.list = list;
    return status;
  }

  override list(directory: string): ReturnType<MemoryTree['list']> {
    work.list++;
    return super.list(directory);
  }

  override listUnsorted(directory: string): ReturnType<MemoryTree['listUnsorted']> {
    work.list++;
    return super.listUnsorted(directory);
  }

  override write(path: string, content: string | Uint8Array): void {
    work.write++;
    super.write(path, content);
  }
}

/** Counts conversions with a processor of its own, and renders of layouts with a filter in them. */
const COUNTER: Plugin = {
  name: 'counter',
  readsAreRecorded: true,
  markdownProcessors: {
    counted: () => ({
      convert: (content) => {
        work.convert++;
        return content;
      },
    }),
  },
  filters: {
    counted: {
      apply: (input) => {
        work.render++;
        return input;
      },
    },
  },
};

function post(index: number): string {
  return `---\nlayout: post\ntitle: Post ${index}\ntags: [t${index % 3}]\n---\nBody *${index}*.\n\nMore of {{ page.title }}.\n`;
}

function files(): Record<string, string> {
  const posts = Array.from({ length: POSTS }, (_, index) => {
    const day = String(1 + (index % 28)).padStart(2, '0');
    return [`_posts/20${10 + (index % 10)}-0${1 + (index % 9)}-${day}-p${index}.md`, post(index)] as const;
  });
  return {
    ...Object.fromEntries(posts),
    '_layouts/default.html': '{% include head.html %}{{ content | counted }}',
    '_layouts/post.html': '---\nlayout: default\n---\n<h1>{{ page.title }}</h1>{{ content }}{{ page.next.url }}',
    '_includes/head.html': '<title>{{ page.title }}</title>',
    '_data/team.yml': '- Ada\n',
    'about.html': '---\nlayout: default\n---\n{{ site.data.team | join: " " }}',
    'index.html': '---\nlayout: default\n---\n{% for post in site.posts %}{{ post.title }} {{ post.url }}{% endfor %}',
    'style.css': 'body {}',
  };
}

test('a build does no more work than it must', async () => {
  countParsed();
  const site = await memorySite(files(), {
    tree: (content) => new CountingTree(content),
    plugins: [COUNTER],
    config: { markdown: 'counted' },
  });
  const found: Record<string, Work> = {};
  const count = async (what: string, changes?: readonly Change[]) => {
    Object.assign(work, NONE);
    await site.builder.build(changes);
    found[what] = { ...work };
  };
  const change = (path: string, text: string): readonly Change[] => {
    site.tree.write(`/site/${path}`, text);
    return [{ kind: 'changed', path: `/site/${path}` }];
  };
  const path = '_posts/2010-01-01-p0.md';
  await count('a build from nothing');
  await count('a build with nothing changed', []);
  await count('the body of a post', change(path, `${post(0)}More.\n`));
  await count('a data file that one page shows', change('_data/team.yml', '- Ada\n- Grace\n'));
  await count('the layout of all posts', change('_layouts/post.html', '---\nlayout: default\n---\n{{ content }}'));
  await count('the front matter of a post', change(path, post(0).replace('Post 0', 'Another title')));
  await count('the front matter of a post once more', change(path, post(0).replace('Post 0', 'A third title')));
  expect(found).toEqual(EXPECTED);
});
