import {
  definePlugin,
  fnmatch,
  type Item,
  inspect,
  isNil,
  type ReadonlyHash,
  type Site,
  UttersonError,
} from '../../plugin/plugin.ts';
import { compressHtml } from '../minifier/compress-html.ts';
import { USUAL_HTML_OPTIONS } from '../minifier/html-options.ts';
import { beautifyHtml } from './beautify-html.ts';

const KEY = 'jekyll_tidy';

function settingsOf(site: Site): ReadonlyHash {
  const settings = site.config.get(KEY);
  if (settings instanceof Map) return settings;
  if (isNil(settings) || settings === false) return new Map();
  throw new UttersonError('InvalidConfiguration', `${KEY} must be a mapping, but is ${inspect(settings)}.`, {
    hint: `Write it like this: ${KEY}: { exclude: [robots.txt] }`,
  });
}

function excludedPaths(settings: ReadonlyHash): readonly string[] {
  const patterns = settings.get('exclude');
  if (isNil(patterns)) return [];
  if (Array.isArray(patterns)) return patterns.map(String);
  throw new UttersonError('InvalidConfiguration', `${KEY}: exclude must be a list, but is ${inspect(patterns)}.`, {
    hint: `Write it like this: ${KEY}: { exclude: [robots.txt] }`,
  });
}

/** `File.fnmatch?` with FNM_PATHNAME: a star stays within a folder, and only a step of two stars goes through folders. */
function matchesPath([pattern, ...patterns]: readonly string[], [step, ...steps]: readonly string[]): boolean {
  if (pattern === undefined || step === undefined) return pattern === step;
  if (pattern === '**' && patterns.length > 0) {
    return (
      matchesPath(patterns, [step, ...steps]) || (!step.startsWith('.') && matchesPath([pattern, ...patterns], steps))
    );
  }
  return fnmatch(pattern, step) && matchesPath(patterns, steps);
}

function changeOutput(item: Item): void {
  const { output, site } = item;
  if (isNil(output)) return;
  const settings = settingsOf(site);
  const ignored = settings.get('ignore_env');
  if (ignored === (site.variables['JEKYLL_ENV'] ?? 'development')) return;
  const steps = item.relativePath.split('/');
  // The gem forgets what excluded pages contain: their files are empty.
  if (excludedPaths(settings).some((pattern) => matchesPath(pattern.split('/'), steps))) item.output = '';
  else
    item.output =
      settings.get('compress_html') === true ? compressHtml(output, USUAL_HTML_OPTIONS) : beautifyHtml(output);
}

/** jekyll-tidy: the HTML of pages and documents, indented by nesting or compressed. */
export default definePlugin({
  name: 'jekyll-tidy',
  hooks: [
    { owner: 'documents', event: 'post_render', changesOnlyOutput: true, run: changeOutput },
    { owner: 'pages', event: 'post_render', changesOnlyOutput: true, run: changeOutput },
  ],
});
