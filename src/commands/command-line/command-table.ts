import { COMPOSE_FLAGS } from '../compose/flags.ts';
import type { Command } from './command.ts';
import type { Flag } from './flag.ts';
import {
  BUILD_FLAGS,
  CHECK_LINKS_FLAGS,
  COMPARE_FLAGS,
  CONFIG_FLAGS,
  HIGHLIGHT_CSS_FLAGS,
  SERVE_FLAGS,
} from './flags.ts';

const toggle = (key: string, long: string, description: string, short?: string): Flag => ({
  key,
  ...(short !== undefined && { short }),
  long,
  kind: 'switch',
  isNegatable: false,
  description,
});

/** Every command, in the order of the help. Names, aliases and descriptions are Jekyll's where Jekyll has the command. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'build',
    aliases: ['b'],
    usage: '[options]',
    description: 'Build your site',
    flags: [
      ...BUILD_FLAGS,
      toggle('explain', '--explain', 'Prints why each page was rendered'),
      toggle('verify', '--verify', 'Builds again from scratch and compares; fails if a file differs'),
    ],
    load: async () => (await import('../build.ts')).runBuild,
  },
  {
    name: 'serve',
    aliases: ['server', 's'],
    usage: '[options]',
    description: 'Serve your site locally',
    flags: SERVE_FLAGS,
    load: async () => (await import('../serve.ts')).runServe,
  },
  {
    name: 'new',
    usage: 'PATH',
    description: 'Creates a new site scaffold in PATH',
    flags: [
      toggle('force', '--force', 'Force creation even if PATH already exists'),
      toggle('blank', '--blank', 'Creates scaffolding but with empty files'),
      toggle('skip_bundle', '--skip-bundle', 'Has no effect here: there is nothing to bundle'),
    ],
    load: async () => (await import('../new.ts')).runNew,
  },
  {
    name: 'new-theme',
    usage: 'NAME',
    description: 'Creates a new theme scaffold',
    flags: [toggle('code_of_conduct', '--code-of-conduct', 'Include a Code of Conduct', '-c')],
    load: async () => (await import('../new-theme.ts')).runNewTheme,
  },
  {
    name: 'fetch-theme',
    usage: '[NAME] [options]',
    description: 'Downloads a theme into _themes: the one of the configuration, or the one given',
    flags: CONFIG_FLAGS,
    load: async () => (await import('../fetch-theme.ts')).runFetchTheme,
  },
  {
    name: 'clean',
    usage: '[options]',
    description: 'Clean the site (removes site output and metadata file) without building',
    flags: BUILD_FLAGS,
    load: async () => (await import('../clean.ts')).runClean,
  },
  {
    name: 'doctor',
    aliases: ['hyde'],
    usage: '[options]',
    description: 'Search site and print specific deprecation warnings',
    flags: CONFIG_FLAGS,
    load: async () => (await import('../doctor.ts')).runDoctor,
  },
  {
    name: 'why',
    usage: 'PATH [options]',
    description:
      'Lists what a page was made from, given its source, its output or its URL, or the pages that a layout, an include or a data file is part of',
    flags: BUILD_FLAGS,
    load: async () => (await import('../why.ts')).runWhy,
  },
  {
    name: 'compare',
    usage: 'OTHER_SITE_FOLDER [options]',
    description: 'Compares a build with the output of Jekyll in a folder; fails if a file differs',
    flags: [...BUILD_FLAGS, ...COMPARE_FLAGS],
    load: async () => (await import('../compare.ts')).runCompare,
  },
  {
    name: 'check-links',
    usage: '[options]',
    description: 'Builds the site and follows every link within it; fails if one leads nowhere',
    flags: [...BUILD_FLAGS, ...CHECK_LINKS_FLAGS],
    load: async () => (await import('../check-links.ts')).runCheckLinks,
  },
  {
    name: 'draft',
    usage: 'NAME',
    description: 'Creates a new draft post with the given NAME',
    flags: COMPOSE_FLAGS.draft,
    load: async () => (await import('../draft.ts')).runDraft,
  },
  {
    name: 'post',
    usage: 'NAME',
    description: 'Creates a new post with the given NAME',
    flags: COMPOSE_FLAGS.post,
    load: async () => (await import('../post.ts')).runPost,
  },
  {
    name: 'publish',
    usage: 'DRAFT_PATH',
    description: 'Moves a draft into the _posts directory and sets the date',
    flags: COMPOSE_FLAGS.publish,
    load: async () => (await import('../publish.ts')).runPublish,
  },
  {
    name: 'unpublish',
    usage: 'POST_PATH',
    description: 'Moves a post back into the _drafts directory',
    flags: COMPOSE_FLAGS.unpublish,
    load: async () => (await import('../unpublish.ts')).runUnpublish,
  },
  {
    name: 'page',
    usage: 'NAME',
    description: 'Creates a new page with the given NAME',
    flags: COMPOSE_FLAGS.page,
    load: async () => (await import('../page.ts')).runPage,
  },
  {
    name: 'compose',
    usage: 'NAME',
    description: 'Creates a new document with the given NAME',
    flags: COMPOSE_FLAGS.compose,
    load: async () => (await import('../compose.ts')).runCompose,
  },
  {
    name: 'rename',
    usage: 'PATH NAME',
    description: 'Moves a file to a given NAME and sets the title and date',
    flags: COMPOSE_FLAGS.rename,
    load: async () => (await import('../rename.ts')).runRename,
  },
  {
    name: 'highlight-css',
    usage: 'THEME',
    description: 'Prints a style sheet for highlighted code, with a light and a dark mode',
    flags: HIGHLIGHT_CSS_FLAGS,
    load: async () => (await import('../highlight-css.ts')).runHighlightCss,
  },
  {
    name: 'docs',
    usage: '',
    description: 'Tells where to find the documentation',
    flags: [],
    load: async () => (await import('../missing-gem.ts')).runDocs,
  },
  {
    name: 'import',
    usage: '',
    description: 'Tells how to import posts from other systems',
    flags: [],
    load: async () => (await import('../missing-gem.ts')).runImport,
  },
];
