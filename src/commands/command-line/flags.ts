import { type Flag, flagsFor } from './flag.ts';

/** Flags of every command. */
export const GLOBAL_FLAGS: readonly Flag[] = flagsFor('all');

/** Flags of every command that builds. */
export const BUILD_FLAGS: readonly Flag[] = flagsFor('build');

/** Flags of `serve`: those of a build, and its own. */
export const SERVE_FLAGS: readonly Flag[] = [...BUILD_FLAGS, ...flagsFor('serve')];

/** The only flag of commands that read the configuration and do not build. */
export const CONFIG_FLAGS: readonly Flag[] = BUILD_FLAGS.filter(({ key }) => key === 'config');

/** Flags of `build` that print more about the build than its result. */
export const REPORT_FLAGS: readonly Flag[] = [
  { key: 'explain', long: '--explain', kind: 'switch', description: 'Prints why each page was rendered' },
  {
    key: 'verify',
    long: '--verify',
    kind: 'switch',
    description: 'Builds again from scratch and compares; fails if a file differs',
  },
];

/** Flags of `new`. */
export const NEW_FLAGS: readonly Flag[] = [
  { key: 'force', long: '--force', kind: 'switch', description: 'Force creation even if PATH already exists' },
  { key: 'blank', long: '--blank', kind: 'switch', description: 'Creates scaffolding but with empty files' },
  {
    key: 'skip_bundle',
    long: '--skip-bundle',
    kind: 'switch',
    description: 'Has no effect here: there is nothing to bundle',
  },
];

/** Flags of `new-theme`. */
export const NEW_THEME_FLAGS: readonly Flag[] = [
  {
    key: 'code_of_conduct',
    short: '-c',
    long: '--code-of-conduct',
    kind: 'switch',
    description: 'Include a Code of Conduct',
  },
];

/** Flags of `compare` besides those of a build. */
export const COMPARE_FLAGS: readonly Flag[] = [
  {
    key: 'ignore',
    long: '--ignore',
    kind: 'list',
    value: 'GLOB1[,GLOB2...]',
    description: 'Leaves out files whose paths match; * also matches slashes',
  },
  {
    key: 'json',
    long: '--json',
    kind: 'text',
    value: 'FILE',
    description: 'Writes the comparison as JSON; - means standard output',
  },
  {
    key: 'html',
    long: '--html',
    kind: 'text',
    value: 'FILE',
    description: 'Writes the comparison as an HTML page',
  },
];

/** Flags of `check-links` besides those of a build. */
export const CHECK_LINKS_FLAGS: readonly Flag[] = [
  {
    key: 'ignore',
    long: '--ignore',
    kind: 'list',
    value: 'GLOB1[,GLOB2...]',
    description: 'Leaves out links whose URLs match; * also matches slashes',
  },
];

/** Flags of `highlight-css`. */
export const HIGHLIGHT_CSS_FLAGS: readonly Flag[] = [
  { key: 'light', long: '--light', kind: 'switch', description: 'Only the light colours' },
  { key: 'dark', long: '--dark', kind: 'switch', description: 'Only the dark colours' },
  { key: 'list', long: '--list', kind: 'switch', description: 'Lists the names of the themes' },
  {
    key: 'scope',
    long: '--scope',
    kind: 'text',
    value: 'SELECTOR',
    description: 'The selector to put before the rules; .highlight by default',
  },
];

/** Flags of Jekyll 1: each is explained before the error about an unknown flag. */
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
