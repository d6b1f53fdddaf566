import { BUILTINS } from '../builtin/builtins.ts';
import { pluginsPage } from '../plugin/plugins-page.ts';
import { nearestWord } from '../util/nearest-word.ts';

/**
 * Ruby gems that change nothing in a build: their work is done elsewhere here, they have none to do, or they only add a
 * command or a page of the server. Old sites name some of them under `plugins:` for Ruby's sake.
 */
export const GEMS_WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  'asciidoctor',
  'base64',
  'bigdecimal',
  'bundler',
  'classifier-reborn',
  'coderay',
  'coffee-script',
  'coffee-script-source',
  'css_parser',
  'csv',
  'em-websocket',
  'eventmachine',
  'execjs',
  'faraday',
  'faraday-retry',
  'feedjira',
  'ffi',
  'hawkins',
  'html-proofer',
  'http_parser.rb',
  'httparty',
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
  'logger',
  'mini_racer',
  'mutex_m',
  'nokogiri',
  'observer',
  'ostruct',
  'pygments.rb',
  'racc',
  'rake',
  'rb-fsevent',
  'rdiscount',
  'redcarpet',
  'RedCloth',
  'rexml',
  'rouge',
  'sass',
  'sass-embedded',
  'sassc',
  'terser',
  'therubyracer',
  'tzinfo',
  'tzinfo-data',
  'uglifier',
  'unicode_utils',
  'wdm',
  'webrick',
]);

/** Libraries that come with Ruby or with Jekyll, which a file in `_plugins` may load for itself. They add nothing to a site. */
export const RUBY_LIBRARIES: ReadonlySet<string> = new Set(
  (
    'English abbrev benchmark cgi date delegate digest erb etc fileutils find forwardable io ipaddr matrix monitor net open-uri ' +
    'open3 openssl optparse pathname pp prettyprint psych rbconfig ripper rubygems safe_yaml securerandom set shellwords ' +
    'singleton socket stringio strscan tempfile time timeout tmpdir uri weakref yaml zlib'
  ).split(' '),
);

const DIAGRAMS = 'Make the diagrams before the build and show them as pictures.';
const SASS_LIBRARY =
  'Use its npm package: name the folder with its style sheets in sass: { load_paths: [ … ] }, and remove the gem.';

/** What to do instead of known gems that have no counterpart here. */
export const GEM_ADVICE: Readonly<Record<string, string>> = {
  'asciidoctor-diagram': DIAGRAMS,
  'bootstrap-sass': SASS_LIBRARY,
  bourbon: SASS_LIBRARY,
  'jekyll-assets': 'Build style sheets and scripts with a bundler into a folder of the site.',
  'jekyll-autoprefixer': 'Run Autoprefixer over _site after the build: npx postcss --use autoprefixer.',
  'jekyll-diagrams': DIAGRAMS,
  'jekyll-favicon': 'Make the icons before the build and write an include in place of the tag favicon.',
  'jekyll-gzip': 'Compress the files of _site after the build, or let the server do it.',
  'jekyll-plantuml': 'Make the diagrams before the build with plantuml, and show them as pictures.',
  'jekyll-postcss': 'Run PostCSS over _site after the build.',
  'jekyll-purgecss': 'Run PurgeCSS over _site after the build: npx purgecss.',
  'jekyll-responsive-image':
    'Make the images before the build, as with sharp, and write an include in place of the tag responsive_image.',
  'jekyll-tailwindcss': 'Run npx @tailwindcss/cli over _site after the build.',
  'jekyll-tidy': 'Format the pages of _site after the build, as with npx prettier, or leave them as they are.',
  'jekyll-webmention_io':
    'Fetch the webmentions into _data before the build, and write an include in place of the tag webmentions.',
  jekyll_picture_tag: 'Make the images before the build and write an include in place of the tag picture.',
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

/** The name without what nearly all names begin with, which would make all of them resemble each other. */
const ownPart = (gem: string): string => gem.replace(/^jekyll-/, '');

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
