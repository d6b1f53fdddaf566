import { createHash } from 'node:crypto';
import {
  asHash,
  definePlugin,
  directoryName,
  extensionOf,
  type FileChange,
  inspect,
  type Site,
  StaticFile,
} from '../plugin/plugin.ts';
import { ScriptError } from './minifier/script-compressor.ts';
import { terser } from './minifier/terser.ts';

const TOPIC = 'Terser:';

function compressFiles(site: Site): void {
  const settings = asHash(site.config.get('terser'));
  const compressor = terser(settings);
  const version = createHash('md5').update(inspect(settings)).digest('hex');
  const change = (path: string): FileChange => ({
    version: `terser ${version}`,
    apply(bytes) {
      try {
        return Buffer.from(compressor.compress(new TextDecoder().decode(bytes)));
      } catch (error) {
        if (!(error instanceof ScriptError)) throw error;
        site.log.warn(TOPIC, `${path}: ${error.message}${error.place}. The file is copied as it is.`);
        return bytes;
      }
    },
  });
  const isScript = ({ name }: StaticFile): boolean => extensionOf(name) === '.js' && !name.endsWith('.min.js');
  const scripts = site.staticFiles.filter(isScript);
  // As in the gem, the files come after all others, and no longer belong to a collection.
  site.staticFiles.splice(0, site.staticFiles.length, ...site.staticFiles.filter((file) => !isScript(file)));
  for (const script of scripts) {
    const base = script.path.slice(0, -script.relativePath.length);
    const file = new StaticFile(site, { base, directory: directoryName(script.relativePath), name: script.name });
    file.change = change(script.relativePath);
    site.staticFiles.push(file);
  }
}

/** jekyll-terser: compresses scripts that have no front matter. */
export default definePlugin({
  name: 'jekyll-terser',
  followsFrontMatter: true,
  generators: [{ name: 'terser', generate: compressFiles }],
});
