import {
  compareVersions,
  type Document,
  definePlugin,
  extensionOf,
  fnmatch,
  type Page,
  type PluginTools,
  type Site,
  type StaticFile,
} from '../../plugin/plugin.ts';
import { Compression } from './compression.ts';
import { MinifierSettings } from './minifier-settings.ts';
import type { ScriptCompressor } from './script-compressor.ts';

const COMPRESSED_FILES: ReadonlySet<string> = new Set(['.js', '.json', '.css', '.xml']);

const compressions = new WeakMap<Site, Compression>();

/** Version 0.2.2, unless Gemfile.lock names an older one than 0.2.0: then 0.1.10. */
async function begin(site: Site, tools: PluginTools): Promise<void> {
  if (site.variables['JEKYLL_ENV'] !== 'production') return;
  let compression = compressions.get(site);
  if (compression === undefined) {
    const version = tools.lockedVersion('jekyll-minifier');
    const isChecked = version === undefined || compareVersions(version, '0.2.0') >= 0;
    const settings = new MinifierSettings(site, isChecked);
    compression = new Compression(site, {
      settings,
      cssVersion: tools.lockedVersion('cssminify2') ?? '2.1.0',
      scriptCompressor: await scriptCompressorFor(settings),
    });
    compressions.set(site, compression);
  }
  for (const file of site.staticFiles) changeFile(file, compression);
}

/** The compressor of the gem's version, which is loaded only if it is needed. */
async function scriptCompressorFor(settings: MinifierSettings): Promise<ScriptCompressor | null> {
  if (!settings.is('compress_javascript', true)) return null;
  return settings.isChecked
    ? (await import('./terser.ts')).terser(settings.scriptSettings)
    : (await import('./uglify.ts')).uglify(settings.scriptSettings);
}

function changeFile(file: StaticFile, compression: Compression): void {
  if (file.change !== null || !COMPRESSED_FILES.has(extensionOf(file.name)) || !file.isWritten) return;
  const path = pathInDestination(file);
  if (isExcluded(path, compression)) return;
  file.change = {
    version: compression.version,
    apply: (bytes) => compression.compressFile(path, bytes),
  };
}

function pathInDestination({ site, destination }: Page | Document | StaticFile): string {
  return destination.slice(site.destination.length + 1);
}

function isExcluded(path: string, { excluded }: Compression): boolean {
  return excluded.some((pattern) => fnmatch(pattern, path));
}

function changeOutput(item: Page | Document): void {
  const compression = compressions.get(item.site);
  const { output } = item;
  if (compression === undefined || output === null || !item.isWritten) return;
  const path = pathInDestination(item);
  if (!isExcluded(path, compression)) item.output = compression.compress(path, output);
}

/** The gem compresses what is written, after all hooks. */
const LAST = Number.MIN_SAFE_INTEGER;

/** jekyll-minifier: compresses HTML, style sheets, scripts and JSON, if JEKYLL_ENV is production. */
export default definePlugin({
  name: 'jekyll-minifier',
  followsFrontMatter: true,
  hooks: [
    { owner: 'site', event: 'pre_render', run: begin },
    { owner: 'pages', event: 'post_render', priority: LAST, changesOnlyOutput: true, run: changeOutput },
    { owner: 'documents', event: 'post_render', priority: LAST, changesOnlyOutput: true, run: changeOutput },
  ],
});
