import { BUILTINS } from '../../builtin/builtins.ts';
import { pluginsPage } from '../../plugin/plugins-page.ts';
import { nearestWord } from '../../util/nearest-word.ts';

/**
 * Ruby gems that change nothing in a build: their work is done elsewhere here, they have none to do, or they only add a
 * command or a page of the server. Old sites name some of them under `plugins:` for Ruby's sake.
 */
export const GEMS_WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  'addressable',
  'asciidoctor',
  'base64',
  'bigdecimal',
  'bundler',
  'classifier-reborn',
  'coderay',
  'coffee-script',
  'coffee-script-source',
  'colorator',
  'concurrent-ruby',
  'css_parser',
  'csv',
  'em-websocket',
  'eventmachine',
  'execjs',
  'faraday',
  'faraday-retry',
  'feedjira',
  'ffi',
  'forwardable-extended',
  'google-protobuf',
  'hawkins',
  'html-proofer',
  'http_parser.rb',
  'httparty',
  'i18n',
  'jekyll',
  'jekyll-admin',
  'jekyll-algolia',
  'jekyll-commonmark',
  'jekyll-commonmark-ghpages',
  'jekyll-compose',
  'jekyll-import',
  'jekyll-livereload',
  'jekyll-remote-theme',
  'jekyll-sass-converter',
  'jekyll-watch',
  'json',
  'kramdown',
  'kramdown-parser-gfm',
  'liquid',
  'listen',
  'logger',
  'mercenary',
  'mini_racer',
  'mutex_m',
  'nokogiri',
  'observer',
  'ostruct',
  'pathutil',
  'public_suffix',
  'pygments.rb',
  'racc',
  'rake',
  'rack',
  'rack-jekyll',
  'rake-jekyll',
  'rb-fsevent',
  'rb-inotify',
  'rdiscount',
  'redcarpet',
  'RedCloth',
  'rexml',
  'rouge',
  'sass',
  'sass-embedded',
  'sassc',
  'terminal-table',
  'terser',
  'therubyracer',
  'tzinfo',
  'tzinfo-data',
  'uglifier',
  'unicode-display_width',
  'unicode_utils',
  'wdm',
  'webrick',
]);

/** Libraries that come with Ruby or with Jekyll, which a file in `_plugins` may load for itself, or `plugins:` name. They add nothing to a site. */
export const RUBY_LIBRARIES: ReadonlySet<string> = new Set(
  (
    'English abbrev benchmark cgi date delegate digest erb etc fileutils find forwardable io ipaddr matrix monitor net open-uri ' +
    'open3 openssl optparse pathname pp prettyprint psych rbconfig ripper rubygems safe_yaml securerandom set shellwords ' +
    'singleton socket stringio strscan tempfile time timeout tmpdir uri weakref yaml zlib'
  ).split(' '),
);

const AFTER_BUILD = {
  compress: 'Compress the files of _site after the build, or let the server do it.',
  postCss: 'Run PostCSS over _site after the build.',
  tailwind: 'Run npx @tailwindcss/cli over _site after the build.',
};
const BEFORE_BUILD = {
  diagrams: 'Make the diagrams before the build and show them as pictures.',
  images: 'Make the images before the build, as with sharp, and write an include in place of its tag.',
  templates: 'Turn its templates into HTML before the build, or write a converter in JavaScript.',
};
const SASS_LIBRARY =
  'Use its npm package: name the folder with its style sheets in sass: { load_paths: [ … ] }, and remove the gem.';

/** What to do instead of known gems that have no counterpart here. */
export const GEM_ADVICE: Readonly<Record<string, string>> = {
  'asciidoctor-diagram': BEFORE_BUILD.diagrams,
  bootstrap: SASS_LIBRARY,
  'bootstrap-sass': SASS_LIBRARY,
  bourbon: SASS_LIBRARY,
  'font-awesome-sass': SASS_LIBRARY,
  'jekyll-analytics': 'Put the script of the service into an include that the head of your layout shows.',
  'jekyll-assets': 'Build style sheets and scripts with a bundler into a folder of the site.',
  'jekyll-autoprefixer': 'Run Autoprefixer over _site after the build: npx postcss --use autoprefixer.',
  'jekyll-autoprefixer-v2': 'Run Autoprefixer over _site after the build: npx postcss --use autoprefixer.',
  'jekyll-brotli': AFTER_BUILD.compress,
  'jekyll-compress-images': BEFORE_BUILD.images,
  'jekyll-diagrams': BEFORE_BUILD.diagrams,
  'jekyll-favicon': 'Make the icons before the build and write an include in place of the tag favicon.',
  'jekyll-gzip': AFTER_BUILD.compress,
  'jekyll-haml': BEFORE_BUILD.templates,
  'jekyll-maps': "Write an include in place of the tag google_map that loads the service's script.",
  'jekyll-og-image': 'Make the pictures before the build and name them in front matter, as image.',
  'jekyll-pandoc':
    'Convert its pages with pandoc before the build, or use a processor that is built in: markdown: kramdown.',
  'jekyll-picture-tag': BEFORE_BUILD.images,
  'jekyll-plantuml': 'Make the diagrams before the build with plantuml, and show them as pictures.',
  'jekyll-postcss': AFTER_BUILD.postCss,
  'jekyll-postcss-v2': AFTER_BUILD.postCss,
  'jekyll-pug': BEFORE_BUILD.templates,
  'jekyll-purgecss': 'Run PurgeCSS over _site after the build: npx purgecss.',
  'jekyll-responsive-image': BEFORE_BUILD.images,
  'jekyll-slim': BEFORE_BUILD.templates,
  'jekyll-tailwind': AFTER_BUILD.tailwind,
  'jekyll-tailwindcss': AFTER_BUILD.tailwind,
  'jekyll-textile-converter': 'Turn Textile into Markdown before the build: pandoc -f textile -t gfm.',
  'jekyll-webmention_io':
    'Fetch the webmentions into _data before the build, and write an include in place of the tag webmentions.',
  'jekyll-webp': BEFORE_BUILD.images,
  jekyll_picture_tag: BEFORE_BUILD.images,
  neat: SASS_LIBRARY,
  susy: SASS_LIBRARY,
};

/** What to do about a gem that cannot run here, as a sentence. */
export function adviceOn(gem: string): string {
  const known = Object.hasOwn(GEM_ADVICE, gem) ? GEM_ADVICE[gem] : undefined;
  return known ?? nearestGem(gem) ?? `Remove it, or ${addIt(gem)}`;
}

const addIt = (gem: string): string =>
  `add a plugin named '${gem}' in JavaScript to _plugins: ${pluginsPage()} explains how.`;

/** The name without what nearly all names begin with, however it is spelt: it would make all of them resemble each other. */
const ownPart = (gem: string): string => gem.replace(/^je[a-z]*l[-_]/, '');

function nearestGem(gem: string): string | undefined {
  const builtins = Object.keys(BUILTINS);
  const nearest = nearestWord(ownPart(gem), builtins.map(ownPart));
  const name = nearest === undefined ? undefined : builtins.find((builtin) => ownPart(builtin) === nearest);
  return name === undefined ? undefined : `Did you mean ${name}? Otherwise remove it, or ${addIt(gem)}`;
}

/** The plugins that the gem github-pages activates by default, as far as they are built in. */
export const GITHUB_PAGES_PLUGINS: readonly string[] = [
  'jekyll-coffeescript',
  'jekyll-default-layout',
  'jekyll-gist',
  'jekyll-github-metadata',
  'jekyll-optional-front-matter',
  'jekyll-paginate',
  'jekyll-readme-index',
  'jekyll-relative-links',
  'jekyll-titles-from-headings',
];
