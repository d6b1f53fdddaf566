/** What an option may hold: `list` is a YAML list, `hash` a mapping, and `any` more than one kind. */
export type OptionKind = 'boolean' | 'text' | 'number' | 'list' | 'hash' | 'any';

/** The commands that take an option as a flag: `all` is every command, `build` stands for serve too. */
export type FlagScope = 'all' | 'build' | 'serve';

/** One configuration key, said once: defaults, flags and the reference page all come from here. */
export interface Option {
  readonly name: string;
  readonly kind: OptionKind;
  /** What it is where nobody says otherwise; undefined where the key is then not there at all. */
  readonly fallback?: unknown;
  /** One sentence for the help and the reference page. */
  readonly sentence: string;
  /** The flag as the help shows it. */
  readonly flag?: string;
  readonly scope?: FlagScope;
}

const hash = (entries: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(entries));

/** Jekyll's own defaults, in Jekyll's order. `source` and `destination` are made from the current folder. */
export const OPTIONS: readonly Option[] = [
  option('source', 'text', 'The folder to read.', { flag: '-s, --source [DIR]', scope: 'all' }),
  option('destination', 'text', 'The folder to write.', { flag: '-d, --destination [DIR]', scope: 'all' }),
  option('collections_dir', 'text', 'The folder that holds the folders of collections.', { fallback: '' }),
  option('cache_dir', 'text', 'The folder for caches.', { fallback: '.jekyll-cache' }),
  option('plugins_dir', 'any', 'The folders with plugins of the site itself.', {
    fallback: '_plugins',
    flag: '-p, --plugins PLUGINS_DIR1[,PLUGINS_DIR2[,...]]',
    scope: 'all',
  }),
  option('layouts_dir', 'text', 'The folder with layouts.', {
    fallback: '_layouts',
    flag: '--layouts DIR',
    scope: 'all',
  }),
  option('data_dir', 'text', 'The folder with data files.', { fallback: '_data' }),
  option('includes_dir', 'text', 'The folder with includes.', { fallback: '_includes' }),
  option('collections', 'any', 'The collections: a list of names, or a mapping of names to settings.', {
    fallback: hash({}),
  }),
  option('safe', 'boolean', 'Runs no code of the site and follows no link out of it.', {
    fallback: false,
    flag: '--safe',
    scope: 'all',
  }),
  option('include', 'list', 'Files and folders to read although they are hidden or excluded.', {
    fallback: ['.htaccess'],
  }),
  option('exclude', 'list', 'Files and folders not to read.', { fallback: [] }),
  option('keep_files', 'list', 'What the destination keeps although the build did not make it.', {
    fallback: ['.git', '.svn'],
  }),
  option('encoding', 'text', 'The encoding of files.', { fallback: 'utf-8' }),
  option('markdown_ext', 'text', 'The extensions of Markdown files, with commas.', {
    fallback: 'markdown,mkdown,mkdn,mkd,md',
  }),
  option('strict_front_matter', 'boolean', 'Stops at an error in front matter.', {
    fallback: false,
    flag: '--strict_front_matter',
    scope: 'build',
  }),
  option('show_drafts', 'boolean', 'Reads the posts in _drafts too.', {
    fallback: null,
    flag: '-D, --drafts',
    scope: 'build',
  }),
  option('limit_posts', 'number', 'Reads only so many of the newest posts; 0 is all.', {
    fallback: 0,
    flag: '--limit_posts MAX_POSTS',
    scope: 'build',
  }),
  option('future', 'boolean', 'Publishes posts with a date in the future.', {
    fallback: false,
    flag: '--future',
    scope: 'build',
  }),
  option('unpublished', 'boolean', 'Publishes what says `published: false`.', {
    fallback: false,
    flag: '--unpublished',
    scope: 'build',
  }),
  option('whitelist', 'list', 'The plugins that safe mode allows.', { fallback: [] }),
  option('plugins', 'list', 'The plugins to load, by name.', { fallback: [] }),
  option('markdown', 'text', 'The Markdown processor: kramdown, CommonMark, GFM.', { fallback: 'kramdown' }),
  option('highlighter', 'any', 'The highlighter of code: rouge, or none.', { fallback: 'rouge' }),
  option('lsi', 'boolean', 'Accepted, with a warning: related posts are the newest ones.', {
    fallback: false,
    flag: '--lsi',
    scope: 'build',
  }),
  option('excerpt_separator', 'text', 'What ends an excerpt.', { fallback: '\n\n' }),
  option('incremental', 'boolean', 'Renders only what changed since the last build.', {
    fallback: false,
    flag: '-I, --[no-]incremental',
    scope: 'build',
  }),
  option('detach', 'boolean', 'Serves in the background.', { fallback: false, flag: '-B, --detach', scope: 'serve' }),
  option('port', 'any', 'The port to serve at.', { fallback: '4000', flag: '-P, --port [PORT]', scope: 'serve' }),
  option('host', 'text', 'The address to serve at.', {
    fallback: '127.0.0.1',
    flag: '-H, --host [HOST]',
    scope: 'serve',
  }),
  option('baseurl', 'text', 'The path under which the site lies.', {
    fallback: null,
    flag: '-b, --baseurl URL',
    scope: 'build',
  }),
  option('show_dir_listing', 'boolean', 'Lists a folder that has no index.', {
    fallback: false,
    flag: '--show-dir-listing',
    scope: 'serve',
  }),
  option('permalink', 'text', 'The form of URLs: date, pretty, ordinal, weekdate, none, or a template.', {
    fallback: 'date',
  }),
  option('paginate_path', 'text', 'The form of the URLs of pages with lists of posts.', { fallback: '/page:num' }),
  option('timezone', 'text', 'The time zone of dates, as Europe/Brussels.', { fallback: null }),
  option('quiet', 'boolean', 'Shows only errors.', { fallback: false, flag: '-q, --quiet', scope: 'build' }),
  option('verbose', 'boolean', 'Shows what is done.', { fallback: false, flag: '-V, --verbose', scope: 'build' }),
  option('defaults', 'list', 'Values for the front matter of files, by path and type.', { fallback: [] }),
  option('liquid', 'hash', 'How strict templates are read and rendered.', {
    fallback: hash({ error_mode: 'warn', strict_filters: false, strict_variables: false }),
  }),
  option('kramdown', 'hash', 'Options of kramdown.', {
    fallback: hash({
      auto_ids: true,
      toc_levels: [1, 2, 3, 4, 5, 6],
      entity_output: 'as_char',
      smart_quotes: 'lsquo,rsquo,ldquo,rdquo',
      input: 'GFM',
      hard_wrap: false,
      guess_lang: true,
      footnote_nr: 1,
      show_warnings: false,
    }),
  }),
];

/** Keys that have a meaning but no default. */
export const FURTHER_OPTIONS: readonly Option[] = [
  option('config', 'list', 'The configuration files to read instead of _config.yml, later ones over earlier ones.', {
    flag: '--config CONFIG_FILE[,CONFIG_FILE2,...]',
    scope: 'build',
  }),
  option('url', 'text', 'Where the site is published, as https://example.com.'),
  option('title', 'text', 'The name of the site.'),
  option('theme', 'text', 'The theme to use.'),
  option('ignore_theme_config', 'boolean', 'Does not read the theme’s own configuration.'),
  option('time', 'text', 'The time that the site takes for now.'),
  option('data', 'hash', 'Stands in for all data files.'),
  option('page_excerpts', 'boolean', 'Makes excerpts of pages too.'),
  option('paginate', 'number', 'How many posts a page of the list has.'),
  option('csv_reader', 'hash', 'How CSV files are read.'),
  option('tsv_reader', 'hash', 'How TSV files are read.'),
  option('sass', 'hash', 'Options of Sass.'),
  option('webrick', 'hash', 'Further headers of the server, under `headers`.'),
  option('watch', 'boolean', 'Builds again when a file changes.', { flag: '-w, --[no-]watch', scope: 'build' }),
  option('strict_plugins', 'boolean', 'Stops where a plugin is there that cannot run, as one written in Ruby.', {
    flag: '--strict-plugins',
    scope: 'build',
  }),
  option('force_polling', 'boolean', 'Watches by looking again and again.', {
    flag: '--force_polling',
    scope: 'build',
  }),
  option('disable_disk_cache', 'boolean', 'Keeps no cache on disk.', { flag: '--disable-disk-cache', scope: 'build' }),
  option('profile', 'boolean', 'Shows what took how long.', { flag: '--profile', scope: 'all' }),
  option('livereload', 'boolean', 'Reloads open pages after a build.', {
    flag: '-l, --[no-]livereload',
    scope: 'serve',
  }),
  option('livereload_ignore', 'list', 'Patterns of files that reload nothing.', {
    flag: '--livereload-ignore GLOB1[,GLOB2[,...]]',
    scope: 'serve',
  }),
  option('livereload_min_delay', 'number', 'The shortest wait before a reload, in seconds.', {
    flag: '--livereload-min-delay [SECONDS]',
    scope: 'serve',
  }),
  option('livereload_max_delay', 'number', 'The longest wait before a reload, in seconds.', {
    flag: '--livereload-max-delay [SECONDS]',
    scope: 'serve',
  }),
  option('livereload_port', 'number', 'The port of the live reload.', {
    flag: '--livereload-port [PORT]',
    scope: 'serve',
  }),
  option('allowed_hosts', 'list', 'Names the server answers to besides this machine’s own.'),
  option('follow', 'boolean', 'Open pages go to what is being edited.', { flag: '--follow', scope: 'serve' }),
  option('open_url', 'boolean', 'Opens the site in a browser.', { flag: '-o, --open-url', scope: 'serve' }),
  option('skip_initial_build', 'boolean', 'Serves what is there without building first.', {
    flag: '--skip-initial-build',
    scope: 'serve',
  }),
  option('ssl_cert', 'text', 'The certificate for https.', { flag: '--ssl-cert [CERT]', scope: 'serve' }),
  option('ssl_key', 'text', 'The key of the certificate.', { flag: '--ssl-key [KEY]', scope: 'serve' }),
];

function option(
  name: string,
  kind: OptionKind,
  sentence: string,
  more: Pick<Option, 'fallback' | 'flag' | 'scope'> = {},
): Option {
  return { name, kind, sentence, ...more };
}

/** What Jekyll never reads unless `include` names it. */
export const DEFAULT_EXCLUDES: readonly string[] = [
  '.sass-cache',
  '.jekyll-cache',
  'gemfiles',
  'Gemfile',
  'Gemfile.lock',
  'node_modules',
  'vendor/bundle/',
  'vendor/cache/',
  'vendor/gems/',
  'vendor/ruby/',
];

/** The templates that the named permalink styles stand for. */
export const PERMALINK_TEMPLATES: ReadonlyMap<string, string> = new Map([
  ['none', '/:categories/:title:output_ext'],
  ['date', '/:categories/:year/:month/:day/:title:output_ext'],
  ['ordinal', '/:categories/:year/:y_day/:title:output_ext'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['weekdate', '/:categories/:year/W:week/:short_day/:title:output_ext'],
]);

/** Whether a key has a default, which a theme's configuration may not change. */
export const hasDefault = (name: string): boolean => OPTIONS.some((each) => each.name === name);

/** The configuration of a site that configures nothing, for the folder it lies in. */
export function defaultConfig(folder: string): Map<string, unknown> {
  const config = new Map(OPTIONS.map(({ name, fallback }): [string, unknown] => [name, fallback]));
  config.set('source', folder);
  config.set('destination', folder.endsWith('/') ? `${folder}_site` : `${folder}/_site`);
  return config;
}
