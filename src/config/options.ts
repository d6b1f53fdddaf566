/** What an option may hold: `list` is a YAML list, `hash` a mapping, and `any` more than one kind. */
type OptionKind = 'boolean' | 'text' | 'number' | 'list' | 'hash' | 'any';

/** The commands that take an option as a flag: `all` is every command, `build` includes serve. */
export type FlagScope = 'all' | 'build' | 'serve';

/** One configuration key, defined once: the defaults, the flags and the reference page all come from here. */
export interface Option {
  readonly name: string;
  readonly kind: OptionKind;
  /** The default value; `undefined` if the key does not exist by default. */
  readonly fallback?: unknown;
  /** One sentence for the help and the reference page. */
  readonly sentence: string;
  /** The flag as the help shows it. */
  readonly flag?: string;
  readonly scope?: FlagScope;
}

const hash = (entries: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(entries));

/** Jekyll's own defaults, in Jekyll's order. `source` and `destination` depend on the current folder: see `defaultConfig`. */
export const OPTIONS: readonly Option[] = [
  option('source', 'text', 'The folder with the site’s source.', { flag: '-s, --source [DIR]', scope: 'all' }),
  option('destination', 'text', 'The folder the site is written to.', {
    flag: '-d, --destination [DIR]',
    scope: 'all',
  }),
  option('collections_dir', 'text', 'The folder that contains the collections’ folders.', { fallback: '' }),
  option('cache_dir', 'text', 'The folder for cached data.', { fallback: '.jekyll-cache' }),
  option(
    'plugins_dir',
    'any',
    'The folders with the site’s own plugins. Other names than the default start from the current folder.',
    {
      fallback: '_plugins',
      flag: '-p, --plugins PLUGINS_DIR1[,PLUGINS_DIR2[,...]]',
      scope: 'all',
    },
  ),
  option('layouts_dir', 'text', 'The folder with layouts.', {
    fallback: '_layouts',
    flag: '--layouts DIR',
    scope: 'all',
  }),
  option('data_dir', 'text', 'The folder with data files.', { fallback: '_data' }),
  option('includes_dir', 'text', 'The folder with includes.', { fallback: '_includes' }),
  option('collections', 'any', 'The collections: a list of names, or a mapping from names to settings.', {
    fallback: hash({}),
  }),
  option(
    'safe',
    'boolean',
    'Does not run plugins from the site’s folder, and does not follow symbolic links out of it.',
    {
      fallback: false,
      flag: '--safe',
      scope: 'all',
    },
  ),
  option('include', 'list', 'Files and folders to read even if they are hidden or excluded.', {
    fallback: ['.htaccess'],
  }),
  option('exclude', 'list', 'Files and folders to leave out.', { fallback: [] }),
  option(
    'keep_files',
    'list',
    'Files and folders in the destination to keep even though the build did not make them.',
    {
      fallback: ['.git', '.svn'],
    },
  ),
  option('encoding', 'text', 'The character encoding of the source files.', { fallback: 'utf-8' }),
  option('markdown_ext', 'text', 'The file extensions of Markdown, separated by commas.', {
    fallback: 'markdown,mkdown,mkdn,mkd,md',
  }),
  option('strict_front_matter', 'boolean', 'Fails on errors in front matter instead of warning.', {
    fallback: false,
    flag: '--strict_front_matter',
    scope: 'build',
  }),
  option('show_drafts', 'boolean', 'Includes the posts in _drafts.', {
    fallback: null,
    flag: '-D, --drafts',
    scope: 'build',
  }),
  option('limit_posts', 'number', 'Builds only the newest posts, up to this number; 0 means all.', {
    fallback: 0,
    flag: '--limit_posts MAX_POSTS',
    scope: 'build',
  }),
  option('future', 'boolean', 'Includes posts dated in the future.', {
    fallback: false,
    flag: '--future',
    scope: 'build',
  }),
  option('unpublished', 'boolean', 'Includes documents marked `published: false`.', {
    fallback: false,
    flag: '--unpublished',
    scope: 'build',
  }),
  option('whitelist', 'list', 'The plugins that may run in safe mode.', { fallback: [] }),
  option('plugins', 'list', 'The names of the plugins to load.', { fallback: [] }),
  option('markdown', 'text', 'The Markdown processor: kramdown, CommonMark or GFM.', { fallback: 'kramdown' }),
  option('highlighter', 'any', 'The code highlighter: rouge or none.', { fallback: 'rouge' }),
  option('lsi', 'boolean', 'Has no effect here but a warning: related posts are the newest ones.', {
    fallback: false,
    flag: '--lsi',
    scope: 'build',
  }),
  option('excerpt_separator', 'text', 'The text that ends an excerpt.', { fallback: '\n\n' }),
  option(
    'incremental',
    'boolean',
    'Renders only what changed since the last build. Always on unless `--no-incremental` is given.',
    {
      fallback: false,
      flag: '-I, --[no-]incremental',
      scope: 'build',
    },
  ),
  option('detach', 'boolean', 'Runs the server in the background.', {
    fallback: false,
    flag: '-B, --detach',
    scope: 'serve',
  }),
  option('port', 'any', 'The port to listen on.', { fallback: '4000', flag: '-P, --port [PORT]', scope: 'serve' }),
  option('host', 'text', 'The address to listen on.', {
    fallback: '127.0.0.1',
    flag: '-H, --host [HOST]',
    scope: 'serve',
  }),
  option('baseurl', 'text', 'The path below the host where the site is served, such as /blog.', {
    fallback: null,
    flag: '-b, --baseurl URL',
    scope: 'build',
  }),
  option('show_dir_listing', 'boolean', 'Shows a directory listing instead of a folder’s index page.', {
    fallback: false,
    flag: '--show-dir-listing',
    scope: 'serve',
  }),
  option('permalink', 'text', 'The style of URLs: date, pretty, ordinal, weekdate, none, or a template.', {
    fallback: 'date',
  }),
  option('paginate_path', 'text', 'The URL template for the second and later pages of the list of posts.', {
    fallback: '/page:num',
  }),
  option('timezone', 'text', 'The time zone of dates, such as Europe/Brussels.', { fallback: null }),
  option('quiet', 'boolean', 'Prints only errors.', { fallback: false, flag: '-q, --quiet', scope: 'build' }),
  option('verbose', 'boolean', 'Prints every file that is read, rendered and written.', {
    fallback: false,
    flag: '-V, --verbose',
    scope: 'build',
  }),
  option('defaults', 'list', 'Default front matter values, by path and type.', { fallback: [] }),
  option('liquid', 'hash', 'How strictly templates are parsed and rendered.', {
    fallback: hash({ error_mode: 'warn', strict_filters: false, strict_variables: false }),
  }),
  option('kramdown', 'hash', 'Options for kramdown.', {
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

/** Options without a default. */
export const FURTHER_OPTIONS: readonly Option[] = [
  option(
    'config',
    'list',
    'The configuration files to read instead of _config.yml; later ones override earlier ones.',
    {
      flag: '--config CONFIG_FILE[,CONFIG_FILE2,...]',
      scope: 'build',
    },
  ),
  option('url', 'text', 'The address where the site is published, such as https://example.com.'),
  option('title', 'text', 'The name of the site.'),
  option('theme', 'text', 'The name of the theme.'),
  option('ignore_theme_config', 'boolean', 'Ignores the theme’s own _config.yml.'),
  option('time', 'text', 'The time to use as the current time.'),
  option('data', 'hash', 'Replaces all data files.'),
  option('page_excerpts', 'boolean', 'Also makes excerpts of pages.'),
  option('paginate', 'number', 'The number of posts on each page of the list.'),
  option('csv_reader', 'hash', 'Options for reading CSV files.'),
  option('tsv_reader', 'hash', 'Options for reading TSV files.'),
  option('sass', 'hash', 'Options for Sass.'),
  option('webrick', 'hash', 'Additional response headers for `serve`, under `headers`.'),
  option('watch', 'boolean', 'Rebuilds when files change.', { flag: '-w, --[no-]watch', scope: 'build' }),
  option(
    'strict_plugins',
    'boolean',
    'Fails if the site has a plugin that cannot run here, such as a gem without a counterpart.',
    {
      flag: '--strict-plugins',
      scope: 'build',
    },
  ),
  option(
    'ruby_plugins',
    'boolean',
    'Runs the Ruby files in _plugins if there is an interpreter for them. Always on unless `--no-ruby-plugins` is given.',
    { flag: '--[no-]ruby-plugins', scope: 'build' },
  ),
  option('force_polling', 'boolean', 'Watches for changes by polling.', {
    flag: '--force_polling',
    scope: 'build',
  }),
  option('disable_disk_cache', 'boolean', 'Does not keep a cache on disk.', {
    flag: '--disable-disk-cache',
    scope: 'build',
  }),
  option('profile', 'boolean', 'Prints how long each phase and each template took.', {
    flag: '--profile',
    scope: 'all',
  }),
  option('livereload', 'boolean', 'Updates open pages after each build.', {
    flag: '-l, --[no-]livereload',
    scope: 'serve',
  }),
  option('livereload_ignore', 'list', 'Patterns of files whose changes do not update open pages.', {
    flag: '--livereload-ignore GLOB1[,GLOB2[,...]]',
    scope: 'serve',
  }),
  option('livereload_min_delay', 'number', 'How soon a page tries to reconnect to the server, in seconds.', {
    flag: '--livereload-min-delay [SECONDS]',
    scope: 'serve',
  }),
  option('livereload_max_delay', 'number', 'The longest a page waits between attempts to reconnect, in seconds.', {
    flag: '--livereload-max-delay [SECONDS]',
    scope: 'serve',
  }),
  option('livereload_port', 'number', 'An additional port that speaks the LiveReload protocol.', {
    flag: '--livereload-port [PORT]',
    scope: 'serve',
  }),
  option('allowed_hosts', 'list', 'Host names that the server accepts besides this machine’s own.'),
  option('follow', 'boolean', 'Makes open pages follow the file that is being edited.', {
    flag: '--follow',
    scope: 'serve',
  }),
  option('open_url', 'boolean', 'Opens the site in the browser.', { flag: '-o, --open-url', scope: 'serve' }),
  option('skip_initial_build', 'boolean', 'Serves the existing output without building first.', {
    flag: '--skip-initial-build',
    scope: 'serve',
  }),
  option('ssl_cert', 'text', 'The certificate for HTTPS.', { flag: '--ssl-cert [CERT]', scope: 'serve' }),
  option('ssl_key', 'text', 'The certificate’s private key.', { flag: '--ssl-key [KEY]', scope: 'serve' }),
];

function option(
  name: string,
  kind: OptionKind,
  sentence: string,
  more: Pick<Option, 'fallback' | 'flag' | 'scope'> = {},
): Option {
  return { name, kind, sentence, ...more };
}

/** Files that Jekyll never reads unless `include` names them. */
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

/** Whether a key has a default, and so cannot be set by a theme's configuration. */
export const hasDefault = (name: string): boolean => OPTIONS.some((each) => each.name === name);

/** The configuration of a site without a configuration file, in a given folder. */
export function defaultConfig(folder: string): Map<string, unknown> {
  const config = new Map(OPTIONS.map(({ name, fallback }): [string, unknown] => [name, fallback]));
  config.set('source', folder);
  config.set('destination', folder.endsWith('/') ? `${folder}_site` : `${folder}/_site`);
  return config;
}
