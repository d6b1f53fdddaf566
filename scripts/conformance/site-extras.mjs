/**
 * What a generated site may have besides the usual: plugins, settings of kramdown and Liquid, Markdown of all kinds, questions about
 * its documents, and a theme. All of it is added to a finished site, so that the site itself stays that of its seed.
 */
import { Generator } from './kramdown-generate.mjs';
import { leftovers, oddData, SHOW_DATA, spoilFrontMatter } from './site-oddities.mjs';
import { PIECE_FILES, tagPiece } from './site-pieces.mjs';
import { SITE_PLUGINS } from './site-plugins.mjs';
import { query } from './site-queries.mjs';
import { yamlValue } from './site-values.mjs';

const HAS_FRONT_MATTER = /^---[ \t]*\r?\n[\s\S]*?^(?:---|\.\.\.)[ \t]*$/m;

/** Options of kramdown, which are added below `kramdown:`. */
const KRAMDOWN = [
  ['input', ['kramdown', 'GFM', 'markdown']],
  ['auto_ids', ['false']],
  ['auto_id_prefix', ['"p-"', 'é', '1']],
  ['auto_id_stripping', ['true']],
  ['toc_levels', ['2..3', '"1,3"', '[1, 2]', '"2..4"']],
  ['smart_quotes', ['"apos,apos,quot,quot"', '[rsquo, lsquo, rdquo, ldquo]']],
  ['typographic_symbols', ['{hellip: "...", mdash: "--"}', '{ndash: x}']],
  ['entity_output', ['symbolic', 'numeric', 'as_input', ':symbolic']],
  ['footnote_nr', ['5', '"7"']],
  ['footnote_backlink', ['""', '"&uarr;"', 'up']],
  ['footnote_backlink_inline', ['true']],
  ['footnote_prefix', ['f']],
  ['hard_wrap', ['true']],
  ['header_offset', ['1', '-1']],
  ['header_links', ['true']],
  ['parse_block_html', ['true']],
  ['parse_span_html', ['false']],
  ['math_engine', ['mathjax', '~']],
  ['math_engine_opts', ['{preview: true}', '{preview: "p", preview_as_code: true}']],
  ['link_defs', ['{x: [/ldef, T], id: [/i]}']],
  ['gfm_quirks', ['[]', 'paragraph_end', '[no_auto_typographic, paragraph_end]']],
  ['syntax_highlighter', ['rouge', '~']],
  [
    'syntax_highlighter_opts',
    [
      '{block: {line_numbers: true}}',
      '{default_lang: ruby}',
      '{span: {disable: true}, css_class: hl}',
      '{disable: true}',
      '{guess_lang: true, line_numbers: true, start_line: 5}',
      '{block: {disable: true}}',
    ],
  ],
  ['remove_line_breaks_for_cjk', ['true']],
  ['remove_block_html_tags', ['false']],
  ['show_warnings', ['true']],
];

const SETTINGS = [
  ['highlighter', ['none', 'rouge', '~']],
  ['liquid', ['{error_mode: strict}', '{error_mode: lax}', '{strict_filters: true}', '{error_mode: warn}']],
  ['page_excerpts', ['true', 'false']],
  ['title', ['Wood "&" <b>', '""', '12', '[a]', '~']],
  ['description', ['A *description*\n  on two lines', '""', '{a: 1}']],
  ['author', ['Ada', '{name: Bob, email: b@example.org, url: https://b.example}', 'ada', '[x]', '""']],
  ['name', ['Name']],
  ['csv_reader', ['{col_sep: ";"}', '{headers: false}', '{encoding: utf-8}', '{csv_converters: [":integer"]}']],
  ['data', ['{list: [x]}', '{}']],
  ['markdown', ['kramdown', 'Kramdown']],
];
const SHOWS = [
  '{{ site.defaults | jsonify }}',
  '{{ site.title | inspect }} {{ site.author | jsonify }} {{ site.description }}',
  '{{ site.data.rows | inspect }} {{ site.data.authors | jsonify }}',
  '{{ site.plugins | jsonify }} {{ site.exclude | inspect }} {{ site.include }} {{ site.permalink }} {{ site.limit_posts }}',
  '{{ jekyll.version }} {{ jekyll.environment }} {{ site.collections | size }}',
];

const LAYOUT_KEYS = ['layout', 'toc', 'v', 'lv', 'title', 'description', 'author', 'image'];

/** A key with one of its values. */
function setting(dice, [key, values]) {
  return `${key}: ${dice.pick(values)}`;
}

function someOf(dice, table, share) {
  return table.filter(() => dice.chance(share)).map((row) => setting(dice, row));
}

/** Changes one of the files with front matter, if there are any. */
function change(dice, files, chosen, alter) {
  const paths = [...files.keys()].filter((path) => chosen.test(path) && HAS_FRONT_MATTER.test(files.get(path)));
  if (paths.length === 0) return;
  const path = dice.pick(paths);
  files.set(path, alter(files.get(path)));
}

const ANY = /^(?!_config|_destination)/;
const TEXTS = /\.(?:md|markdown|mark|txt|html)$/i;

function addKeys(text, lines) {
  return text.replace(/^(\ufeff?---[ \t]*\r?\n)/, (fence) => `${fence}${lines.map((line) => `${line}\n`).join('')}`);
}

/** Adds what a plugin reads, as described at `SITE_PLUGINS`. */
function addPlugin(dice, files, name, config) {
  const {
    settings = [],
    keys = [],
    pieces = [],
    texts = [],
    files: own = [],
    plain = [],
    layouts = [],
    fixed = [],
  } = SITE_PLUGINS[name];
  config.push(...fixed, ...someOf(dice, settings, 0.5));
  for (let left = dice.below(5); left > 0 && keys.length > 0; left--)
    change(dice, files, ANY, (text) => addKeys(text, [setting(dice, dice.pick(keys))]));
  for (let left = 1 + dice.below(3); left > 0 && pieces.length > 0; left--)
    change(dice, files, dice.chance(0.5) ? /^_layouts\// : ANY, (text) => `${text}\n${dice.pick(pieces)}\n`);
  for (let left = 1 + dice.below(3); left > 0 && texts.length > 0; left--)
    change(dice, files, TEXTS, (text) => `${text}\n${dice.pick(texts)}`);
  for (const [paths, text, headers = ['']] of own)
    if (dice.chance(0.7)) files.set(dice.pick(paths), `---\n${dice.pick(headers)}\n---\n${text}`);
  for (let left = dice.below(4); left > 0 && plain.length > 0; left--)
    files.set(dice.pick(plain), `# A *plain* title\n\n${markdown(dice)}`);
  for (const layout of layouts)
    if (dice.chance(0.4)) files.set(`_layouts/${layout}.html`, `${layout} {{ content }} {{ page.layout }}\n`);
}

/** Markdown of any kind, without what Liquid would take for its own. */
function markdown(dice) {
  const text = new Generator(dice.below(2 ** 31)).document();
  return /\{[{%]/.test(text) ? 'Plain\n' : text;
}

/** Whether a plugin stops the build beside another one, or because of what the site has. */
function isInTheWay(name, names, files) {
  if (name === 'jekyll-paginate') return names.includes('jekyll-paginate-v2');
  return name === 'jekyll-polyglot' && /^exclude:.*\*/m.test(files.get('_config.yml'));
}

function addPlugins(dice, files, config) {
  const names = Object.keys(SITE_PLUGINS).filter(() => dice.chance(0.12));
  const used = names.filter((name) => !isInTheWay(name, names, files));
  config.push(`plugins: [${(dice.chance(0.5) ? used : used.reverse()).join(', ')}]`);
  for (const name of used) addPlugin(dice, files, name, config);
  if (dice.chance(0.3))
    files.set('_data/authors.yml', `ada: {name: Ada L., email: ada@example.org, twitter: ada_l}\nbob: Bob\n`);
}

/** A theme in the source, where only we look for it; the reference is told where it is. */
function addTheme(dice, files, config) {
  const root = '_themes/wood';
  config.push('theme: wood');
  if (dice.chance(0.1)) config.push('ignore_theme_config: true');
  files.set(`${root}/wood.gemspec`, THEME);
  files.set(`${root}/_layouts/base.html`, `<theirs>{{ content }}</theirs>${query(dice)}\n`);
  files.set(
    `${root}/_layouts/themed.html`,
    '---\nlayout: base\nlv: theirs\n---\n{{ content }}{{ layout.lv }}{{ theme.version }} {{ theme.name }} {{ theme.authors }}\n',
  );
  files.set(`${root}/_includes/part.html`, 'their part {{ include.x }}\n');
  files.set(`${root}/_includes/own.html`, '{% include part.html x="from theirs" %}\n');
  const paths = [
    'assets/a.txt',
    'assets/page.html',
    'assets/b c/d.md',
    'assets/.dot',
    'assets/img/a.png',
    'assets/_x.txt',
    '_data/list.yml',
    '_data/theirs.yml',
    '_data/tree/more.yml',
    '_layouts/nested/deep.md',
    'index.html',
    '_posts/2024-01-01-x.md',
  ];
  for (const path of paths)
    if (dice.chance(0.4))
      files.set(
        `${root}/${path}`,
        path.endsWith('.yml')
          ? `theirs:${yamlValue(dice)}\n`
          : `${dice.chance(0.5) ? '---\nlayout: themed\n---\n' : ''}theirs {{ page.url }}\n`,
      );
  if (dice.chance(0.4))
    files.set(`${root}/_config.yml`, `own: theirs\nmore:${yamlValue(dice)}\npermalink: /theirs/:title/\n`);
  if (dice.chance(0.4))
    files.set(
      dice.pick(['assets/a.txt', 'assets/page.html', 'assets/img/a.png']),
      `${dice.chance(0.5) ? '---\n---\n' : ''}own\n`,
    );
  if (dice.chance(0.5)) files.delete('_layouts/base.html');
  for (let left = dice.below(3); left > 0; left--)
    change(dice, files, ANY, (text) => addKeys(text, ['layout: themed']));
  change(
    dice,
    files,
    ANY,
    (text) =>
      `${text}\n{% include own.html %}{{ site.data.theirs | jsonify }} {{ site.more | inspect }} {{ theme.name }}\n`,
  );
}
const THEME = `Gem::Specification.new do |spec|
  spec.name = "wood"
  spec.version = "1.2.3"
  spec.authors = ["Ada", "Bob"]
  spec.summary = "A theme"
  spec.license = "MIT"
  spec.metadata["plugin_type"] = "theme"
end
`;

function addKramdown(dice, files, config) {
  const options = someOf(dice, KRAMDOWN, 0.12);
  if (options.length > 0) config.push(`kramdown:\n  ${options.join('\n  ')}`);
  for (let left = 1 + dice.below(4); left > 0; left--)
    change(dice, files, TEXTS, (text) => `${text}\n${markdown(dice)}`);
}

/** Tags in many forms. What they include is there, unless the site has its includes or layouts elsewhere. */
function addTags(dice, files) {
  if (/^(?:includes|layouts)_dir/m.test(files.get('_config.yml'))) return;
  for (const [path, text] of Object.entries(PIECE_FILES)) files.set(path, text);
  for (let left = 1 + dice.below(5); left > 0; left--)
    change(dice, files, ANY, (text) => `${text}\n${tagPiece(dice)}\n`);
  for (let left = dice.below(4); left > 0; left--)
    change(dice, files, ANY, (text) =>
      /^layout:/m.test(text) ? text : addKeys(text, [`layout: ${dice.pick(['one', 'two', 'three'])}`]),
    );
}

/** Data files of all kinds, and a page that shows what became of them. */
function addData(dice, files) {
  const folder = /^data_dir/m.test(files.get('_config.yml')) ? '_facts' : '_data';
  for (let left = 1 + dice.below(4); left > 0; left--) {
    const [path, text] = oddData(dice);
    files.set(`${folder}/${path}`, text);
  }
  change(dice, files, /\.(?:txt|html)$/, (text) => `${text}\n${SHOW_DATA}\n`);
}

/** jekyll-default-layout renders the excerpts of pages before their layouts are known, and Jekyll keeps what they were then. */
function mayBe(line, config) {
  return !line.startsWith('page_excerpts') || !config.some((other) => other.includes('jekyll-default-layout'));
}

/** Adds to the files of a site, and to its configuration. */
export function addExtras(dice, files) {
  const config = [];
  if (dice.chance(0.5)) addPlugins(dice, files, config);
  // Whether jekyll-polyglot writes a static file over a page of that name depends on the language.
  if (dice.chance(0.12) && !config.some((line) => line.includes('jekyll-polyglot'))) addTheme(dice, files, config);
  if (dice.chance(0.5)) addKramdown(dice, files, config);
  if (dice.chance(0.6)) config.push(...someOf(dice, SETTINGS, 0.1).filter((line) => mayBe(line, config)));
  if (dice.chance(0.5)) addTags(dice, files);
  if (dice.chance(0.2)) addData(dice, files);
  if (dice.chance(0.15)) for (const [path, text] of leftovers(dice)) files.set(path, text);
  for (let left = dice.below(4); left > 0; left--) change(dice, files, ANY, (text) => `${text}\n${query(dice)}\n`);
  if (dice.chance(0.3)) change(dice, files, ANY, (text) => `${text}\n${dice.pick(SHOWS)}\n`);
  if (dice.chance(0.15))
    change(dice, files, /^_layouts\//, (text) =>
      addKeys(text, [`${dice.pick(LAYOUT_KEYS.slice(1))}:${yamlValue(dice)}`]),
    );
  if (dice.chance(0.2)) change(dice, files, ANY, (text) => spoilFrontMatter(dice, text));
  const text = files.get('_config.yml');
  // A key that is there twice would say what the site's YAML reader makes of it, not what it does with the key.
  const known = new Set([...text.matchAll(/^(\w[\w-]*):/gm)].map(([, key]) => key));
  const added = config.filter((lines) => {
    const key = /^[\w-]+/.exec(lines)[0];
    return !known.has(key) && known.add(key);
  });
  files.set('_config.yml', `${text}${added.map((lines) => `${lines}\n`).join('')}`);
}
