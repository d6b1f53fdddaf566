import type { Flag } from './flag.ts';

/** Flags of every command. */
export const GLOBAL_FLAGS: readonly Flag[] = [
  {
    key: 'source',
    short: '-s',
    long: '--source',
    kind: 'text',
    value: '[DIR]',
    description: 'Source directory (defaults to ./)',
  },
  {
    key: 'destination',
    short: '-d',
    long: '--destination',
    kind: 'text',
    value: '[DIR]',
    description: 'Destination directory (defaults to ./_site)',
  },
  { key: 'safe', long: '--safe', kind: 'switch', description: 'Safe mode (defaults to false)' },
  {
    key: 'plugins_dir',
    short: '-p',
    long: '--plugins',
    kind: 'list',
    value: 'PLUGINS_DIR1[,PLUGINS_DIR2[,...]]',
    description: 'Plugins directory (defaults to ./_plugins)',
  },
  {
    key: 'layouts_dir',
    long: '--layouts',
    kind: 'text',
    value: 'DIR',
    description: 'Layouts directory (defaults to ./_layouts)',
  },
  { key: 'profile', long: '--profile', kind: 'switch', description: 'Show where the time of a build goes' },
];

export const CONFIG_FLAG: Flag = {
  key: 'config',
  long: '--config',
  kind: 'list',
  value: 'CONFIG_FILE[,CONFIG_FILE2,...]',
  description: 'Custom configuration file',
};

/** Flags of whatever builds, Jekyll's first. */
export const BUILD_FLAGS: readonly Flag[] = [
  CONFIG_FLAG,
  {
    key: 'future',
    long: '--future',
    kind: 'switch',
    negatable: true,
    description: 'Publishes posts with a future date',
  },
  {
    key: 'limit_posts',
    long: '--limit_posts',
    kind: 'integer',
    value: 'MAX_POSTS',
    description: 'Limits the number of posts to parse and publish',
  },
  {
    key: 'watch',
    short: '-w',
    long: '--watch',
    kind: 'switch',
    negatable: true,
    description: 'Watch for changes and rebuild',
  },
  {
    key: 'baseurl',
    short: '-b',
    long: '--baseurl',
    kind: 'text',
    value: 'URL',
    description: 'Serve the website from the given base URL',
  },
  { key: 'force_polling', long: '--force_polling', kind: 'switch', description: 'Force watch to use polling' },
  { key: 'lsi', long: '--lsi', kind: 'switch', description: 'Use LSI for improved related posts' },
  {
    key: 'show_drafts',
    short: '-D',
    long: '--drafts',
    kind: 'switch',
    description: 'Render posts in the _drafts folder',
  },
  {
    key: 'unpublished',
    long: '--unpublished',
    kind: 'switch',
    description: 'Render posts that were marked as unpublished',
  },
  {
    key: 'disable_disk_cache',
    long: '--disable-disk-cache',
    kind: 'switch',
    description: 'Disable caching to disk in non-safe mode',
  },
  { key: 'quiet', short: '-q', long: '--quiet', kind: 'switch', description: 'Silence output.' },
  { key: 'verbose', short: '-V', long: '--verbose', kind: 'switch', description: 'Print verbose output.' },
  {
    key: 'incremental',
    short: '-I',
    long: '--incremental',
    kind: 'switch',
    negatable: true,
    description: 'Rebuild only what changed.',
  },
  {
    key: 'strict_front_matter',
    long: '--strict_front_matter',
    kind: 'switch',
    description: 'Fail if errors are present in front matter',
  },
];

/** Flags of `serve`, Jekyll's first. */
export const SERVE_FLAGS: readonly Flag[] = [
  { key: 'ssl_cert', long: '--ssl-cert', kind: 'text', value: '[CERT]', description: 'X.509 (SSL) certificate.' },
  { key: 'host', short: '-H', long: '--host', kind: 'text', value: '[HOST]', description: 'Host to bind to' },
  { key: 'open_url', short: '-o', long: '--open-url', kind: 'switch', description: 'Launch your site in a browser' },
  { key: 'detach', short: '-B', long: '--detach', kind: 'switch', description: 'Run the server in the background' },
  { key: 'ssl_key', long: '--ssl-key', kind: 'text', value: '[KEY]', description: 'X.509 (SSL) Private Key.' },
  { key: 'port', short: '-P', long: '--port', kind: 'integer', value: '[PORT]', description: 'Port to listen on' },
  {
    key: 'show_dir_listing',
    long: '--show-dir-listing',
    kind: 'switch',
    description: 'Show a directory listing instead of loading your index file.',
  },
  {
    key: 'skip_initial_build',
    long: '--skip-initial-build',
    kind: 'switch',
    description: 'Skips the initial site build which occurs before the server is started.',
  },
  {
    key: 'livereload',
    short: '-l',
    long: '--livereload',
    kind: 'switch',
    negatable: true,
    description: 'Use LiveReload to automatically refresh browsers (on while watching)',
  },
  {
    key: 'livereload_ignore',
    long: '--livereload-ignore',
    kind: 'list',
    value: 'GLOB1[,GLOB2[,...]]',
    description: "Files for LiveReload to ignore. Remember to quote the values so your shell won't expand them",
  },
  {
    key: 'livereload_min_delay',
    long: '--livereload-min-delay',
    kind: 'number',
    value: '[SECONDS]',
    description: 'Minimum reload delay',
  },
  {
    key: 'livereload_max_delay',
    long: '--livereload-max-delay',
    kind: 'number',
    value: '[SECONDS]',
    description: 'Maximum reload delay',
  },
  {
    key: 'livereload_port',
    long: '--livereload-port',
    kind: 'integer',
    value: '[PORT]',
    description: 'Port for LiveReload extensions to listen on',
  },
  { key: 'follow', long: '--follow', kind: 'switch', description: 'Browsers go to the page that is being edited' },
];

/** Flags that Jekyll 1 knew: each still gets a word of explanation instead of an unknown flag's error. */
export const DEPRECATED_FLAGS: Readonly<Record<string, string>> = {
  '--server': "The --server command has been replaced by the 'serve' subcommand.",
  '--serve': "The --serve command has been replaced by the 'serve' subcommand.",
  '--no-server': "To build without launching a server, use the 'build' subcommand.",
  '--auto': "The switch '--auto' has been replaced with '--watch'.",
  '--no-auto': "To disable auto-replication, simply leave off the '--watch' switch.",
  '--pygments': "The 'pygments' settings has been removed in favour of 'highlighter'.",
  '--paginate': "The 'paginate' setting can only be set in your config files.",
  '--url': "The 'url' setting can only be set in your config files.",
};
