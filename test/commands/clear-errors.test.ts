import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { clarifyError } from '../../src/commands/errors/clarify-error.ts';
import { printError } from '../../src/commands/errors/print-error.ts';
import { silentLog } from '../../src/util/log.ts';
import { folderOf } from '../server/folder.ts';
import { runCli } from './run-cli.ts';
import { runHere } from './run-here.ts';

interface BadSite {
  readonly name: string;
  readonly files: Readonly<Record<string, string | Buffer>>;
  /** The whole error as it is printed, without the empty lines around it. */
  readonly says: string;
}

/** Each error has the place to fix, the lines around it, and what to do. */
const BAD_SITES: readonly BadSite[] = [
  {
    name: 'an include that is there under another name',
    files: { '_includes/nav.html': '', 'a.md': '---\n---\n{{ page.url }} {% include nva.html %}\n' },
    says: `✖ Missing include  a.md:3:16

    Could not locate the included file 'nva.html' in any of ["_includes"]. Ensure it exists in one of those directories and, if it is a symlink, does not point outside your site source.

      1 | ---
      2 | ---
    > 3 | {{ page.url }} {% include nva.html %}
        |                ^
      4 |

    Did you mean 'nav.html'?`,
  },
  {
    name: 'a link to a post that is not published yet',
    files: { '_posts/en/2099-01-01-soon.md': '---\n---\n', 'a.md': '---\n---\n{% post_url en/2099-01-01-soon %}\n' },
    says: `✖ Post URL error  a.md:3:1

    Could not find post "en/2099-01-01-soon" in tag 'post_url'.
    
    Make sure the post exists and the name is correct.

      1 | ---
      2 | ---
    > 3 | {% post_url en/2099-01-01-soon %}
        | ^
      4 |

    _posts/en/2099-01-01-soon.md is not published: it is dated in the future (show it with --future), or its front matter says published: false (--unpublished).`,
  },
  {
    name: 'a template that is shown as code',
    files: { 'a.md': '---\n---\n~~~\n```\n~~~\n\n```html\n~~~\n{% trans %}Hello{% endtrans %}\n```\n' },
    says: `✖ Liquid syntax error  a.md:9:1

    Unknown tag 'trans'

       7 | \`\`\`html
       8 | ~~~
    >  9 | {% trans %}Hello{% endtrans %}
         | ^
      10 | \`\`\`
      11 |

    Liquid runs in code blocks, too. To show it as written, put {% raw %} above the block and {% endraw %} below it.`,
  },
  {
    name: 'an output without an end below code',
    files: { 'a.md': '---\n---\n```\ncode\n```\n{{ title\n' },
    says: `✖ Liquid syntax error  a.md:6:1

    Variable '{{' was not properly terminated with regexp: /\\}\\}/

      4 | code
      5 | \`\`\`
    > 6 | {{ title
        | ^
      7 |

    A tag ends with %} and an output with }}, on the same line or a later one.`,
  },
  {
    name: 'an error in an included file',
    files: { '_includes/a.html': 'x\n{% if %}', 'a.md': '---\n---\n{% include a.html %}' },
    says: `✖ Liquid syntax error  _includes/a.html:2:1

    Syntax Error in tag 'if' - Valid syntax: if [expression]
    
    Included in a.md.

      1 | x
    > 2 | {% if %}
        | ^`,
  },
  {
    name: 'includes that include each other',
    files: { '_includes/a.html': '{% include a.html %}', 'a.md': '---\n---\n{% include a.html %}' },
    says: `✖ Liquid stack level error  _includes/a.html:1:1

    Nesting too deep
    
    Included in a.md.

    > 1 | {% include a.html %}
        | ^

    Does a file include itself, directly or through another one?`,
  },
  {
    name: 'parameters of an include that cannot be read',
    files: { '_includes/a.html': '', 'a.md': '---\n---\n\n{% include a.html y= %}' },
    says: `✖ Argument error  a.md:4:1

    Invalid syntax for include tag:
    
    y=
    
    Valid syntax:
    
    {% include file.ext param='value' param2='value' %}

      2 | ---
      3 |
    > 4 | {% include a.html y= %}
        | ^`,
  },
  {
    name: 'an end without a beginning',
    files: { 'a.md': '---\n---\n {% endif %}' },
    says: `✖ Liquid syntax error  a.md:3:2

    Unknown tag 'endif'

      1 | ---
      2 | ---
    > 3 |  {% endif %}
        |  ^

    There is no open {% if %} here for it to close.`,
  },
  {
    name: 'a tag of a built-in plugin that is not switched on',
    files: { 'a.md': '---\n---\n{% seo %}' },
    says: `✖ Liquid syntax error  a.md:3:1

    Unknown tag 'seo'

      1 | ---
      2 | ---
    > 3 | {% seo %}
        | ^

    The plugin jekyll-seo-tag provides it: add it under plugins: in _config.yml.`,
  },
  {
    name: 'a tag of a gem that has no counterpart',
    files: { 'a.md': '---\n---\n{% picture a.png %}' },
    says: `✖ Liquid syntax error  a.md:3:1

    Unknown tag 'picture'

      1 | ---
      2 | ---
    > 3 | {% picture a.png %}
        | ^

    It is part of the Ruby gem jekyll_picture_tag, which has no counterpart here. Make the images before the build and write an include in place of the tag picture.`,
  },
  {
    name: 'a permalink of a post with an unknown placeholder',
    files: { '_posts/2024-01-01-a.md': '---\ntitle: A\npermalink: /:nope/\n---\n' },
    says: `✖ No such placeholder  _posts/2024-01-01-a.md:3:1

    The URL template doesn't have nope keys. Check your permalink template!

      1 | ---
      2 | title: A
    > 3 | permalink: /:nope/
        | ^
      4 | ---
      5 |`,
  },
  {
    name: 'an error in a Sass partial',
    files: { 's.scss': '---\n---\n@use "p";', '_sass/_p.scss': 'a {\n  b: $x;\n}\n' },
    says: `✖ Sass error  _sass/_p.scss:2:6

    Undefined variable.

      1 | a {
    > 2 |   b: $x;
        |      ^
      3 | }
      4 |`,
  },
  {
    name: 'front matter that is no UTF-8',
    files: { 'a.md': Buffer.from('---\ntitle: caf\xe9\n---\nhi', 'latin1') },
    says: `✖ Invalid encoding  a.md:2:11

    Conversion error: Markdown encountered an error while converting 'a.md': The source text contains invalid characters for the used encoding UTF-8

      1 | ---
    > 2 | title: caf\ufffd
        |           ^
      3 | ---
      4 | hi

    Save the file as UTF-8, or set encoding: in _config.yml to the encoding of your files.`,
  },
  {
    name: 'a text without an end, in front matter that is to be read strictly',
    files: { '_config.yml': 'strict_front_matter: true', 'a.md': '---\na: 1\nb: "x\n---\ntext\n' },
    says: `✖ Invalid YAML  a.md:3:4

    found unexpected end of stream while scanning a quoted scalar

      1 | ---
      2 | a: 1
    > 3 | b: "x
        |    ^
      4 | ---
      5 | text

    The quote that begins here is not closed.`,
  },
  {
    name: 'a configuration that is no YAML',
    files: { '_config.yml': 'title: a\n\tb: c\n' },
    says: `✖ Invalid YAML  _config.yml:2:1

    found a tab character that violates indentation while scanning a plain scalar at line 1 column 8

      1 | title: a
    > 2 | \tb: c
        | ^
      3 |

    YAML allows no tabs for indentation. Use spaces.`,
  },
  {
    name: 'a destination that holds the texts',
    files: { '_config.yml': 'destination: _posts\n', '_posts/2024-01-01-a.md': '---\n---\n' },
    says: `✖ Invalid destination

    The destination _posts would replace _posts.

    _posts contains sources of the site. Choose a separate folder, such as _site. Nothing was removed or written.`,
  },
];

/** Plugins that fail. They are run by the compiled command, which imports them as Node does. */
const BAD_PLUGINS: readonly BadSite[] = [
  {
    name: "a plugin's filter that throws",
    files: {
      '_plugins/p.mjs':
        "import { definePlugin } from 'utterson/plugin';\nexport default definePlugin({\n  name: 'p',\n  filters: { boom: { apply: () => null.x } },\n});\n",
      'a.md': '---\n---\n{{ 1 | boom }}',
    },
    says: `✖ Plugin failed  _plugins/p.mjs:4:40

    TypeError: Cannot read properties of null (reading 'x')
    
    Rendering a.md.

      2 | export default definePlugin({
      3 |   name: 'p',
    > 4 |   filters: { boom: { apply: () => null.x } },
        |                                        ^
      5 | });
      6 |`,
  },
  {
    name: 'a plugin with an error of syntax',
    files: { '_plugins/p.mjs': '\nconst a = ;\n' },
    says: `✖ Invalid plugin  _plugins/p.mjs:2:11

    The plugin _plugins/p.mjs cannot be loaded: Unexpected token ';'

      1 |
    > 2 | const a = ;
        |           ^
      3 |`,
  },
  {
    name: 'a module with an error of syntax that a plugin imports',
    files: {
      '_plugins/p.mjs': "import { a } from './words.mjs';\nexport default { name: 'p', filters: {} };\n",
      '_plugins/words.mjs': 'export const a = 1;\nconst b = ;\n',
    },
    says: `✖ Invalid plugin  _plugins/words.mjs:2:11

    The plugin _plugins/p.mjs cannot be loaded: Unexpected token ';'

      1 | export const a = 1;
    > 2 | const b = ;
        |           ^
      3 |`,
  },
  {
    name: 'a plugin without a default export',
    files: { '_plugins/p.mjs': "export const plugin = { name: 'p', filters: {} };\n" },
    says: `✖ Invalid plugin  _plugins/p.mjs

    _plugins/p.mjs exports no plugin

    Write \`export default definePlugin({ name: '…', … })\`. A file that others import must not have a default export.`,
  },
  {
    name: 'a plugin that is a CommonJS module and throws',
    files: {
      '_plugins/p.cjs': "module.exports = {\n  name: 'p',\n  generators: [{ name: 'g', generate() { null.x } }],\n};\n",
    },
    says: `✖ Plugin failed  _plugins/p.cjs:3:47

    TypeError: Cannot read properties of null (reading 'x')

      1 | module.exports = {
      2 |   name: 'p',
    > 3 |   generators: [{ name: 'g', generate() { null.x } }],
        |                                               ^
      4 | };
      5 |`,
  },
  {
    name: 'a plugin that throws',
    files: {
      '_plugins/p.mjs': "export default {\n  name: 'p',\n  generators: [{ name: 'g', generate() { null.x } }],\n};\n",
    },
    says: `✖ Plugin failed  _plugins/p.mjs:3:47

    TypeError: Cannot read properties of null (reading 'x')

      1 | export default {
      2 |   name: 'p',
    > 3 |   generators: [{ name: 'g', generate() { null.x } }],
        |                                               ^
      4 | };
      5 |`,
  },
];

async function errorOf(folder: string): Promise<string> {
  let said = '';
  const terminal = {
    out: () => {},
    err: (text: string) => {
      said += text;
    },
    isInteractive: false,
    colors: false,
    environment: {},
    folder,
  };
  try {
    await build({ log: silentLog(), folder, environment: {}, isIncremental: false });
  } catch (error) {
    printError(clarifyError(error, folder), terminal, { trace: false });
  }
  return said;
}

describe('an error says what happened, where, and what to do', () => {
  test.each(BAD_SITES)('$name', async ({ files, says }) => {
    expect((await errorOf(folderOf({ '_config.yml': '', ...files }))).trim()).toBe(says.trim());
  });

  test.each(BAD_PLUGINS)('$name', async ({ files, says }) => {
    const run = await runCli(['build'], folderOf({ '_config.yml': '', ...files }));
    expect(run.err.trim()).toBe(says.trim());
    expect(run.status).toBe(1);
  });

  test('unreadable front matter is reported in Jekyll’s words and with the place of the control character', async () => {
    const run = await runHere(['build'], folderOf({ '_config.yml': '', 'a.md': '---\na: 1\nb: x\u0001\n---\n' }));
    expect(run.err).toContain('YAML Exception reading');
    expect(run.err).toContain(`✖ Invalid YAML front matter  a.md:3:5

    control characters are not allowed

      1 | ---
      2 | a: 1
    > 3 | b: x\u2401
        |     ^
      4 | ---
      5 |

    Until this is fixed, the page is built without its front matter.`);
    expect(run.out).toContain('1 warning\n');
  });

  test('a missing configuration file is reported once', async () => {
    const run = await runHere(['build', '--config', 'none.yml'], folderOf({}));
    expect(run.err.match(/none\.yml' could not be found/g)).toHaveLength(1);
  });

  test('a configuration file that cannot be read is an error', async () => {
    const folder = folderOf({});
    symlinkSync('_config.yml', join(folder, '_config.yml'));
    const run = await runHere(['build'], folder);
    expect(run.err).toContain('_config.yml is a link that leads back to itself.');
    expect(run.status).toBe(1);
  });

  test('a destination that is a broken link is reported as such', async () => {
    const folder = folderOf({ '_config.yml': '', 'a.md': '---\n---\nhi' });
    symlinkSync('nowhere', join(folder, '_site'));
    const run = await runHere(['build'], folder);
    expect(run.err).toContain(
      `${folder}/_site is a link to something that does not exist.\n\n    Remove it, or create`,
    );
    expect(run.status).toBe(1);
  });

  test('if no cache can be written the site is built anyway', async () => {
    const folder = folderOf({ '_config.yml': '', 'a.md': '---\n---\nhi', '.jekyll-cache': 'a file' });
    const run = await runHere(['build'], folder);
    expect(run.status).toBe(0);
    expect(run.err).toMatch(
      /^ +Cache: nothing is kept for the next build: .*\. Use --disable-disk-cache to build without a cache\.\n$/,
    );
    expect(existsSync(join(folder, '_site', 'a.html'))).toBe(true);
  });

  test('a report that cannot be written is explained', async () => {
    const folder = folderOf({ '_config.yml': '', 'other/a.txt': '' });
    const run = await runHere(['compare', 'other', '--html', 'nowhere/report.html'], folder);
    expect(run.err).toContain('nowhere/report.html does not exist');
    expect(run.err).not.toContain('should not happen');
  });
});
