import { createHash } from 'node:crypto';
import { baseName, extensionOf, inspect, type Site, UttersonError } from '../../plugin/plugin.ts';
import { compressCss } from './compress-css.ts';
import { compressHtml } from './compress-html.ts';
import type { HtmlOptions } from './html-options.ts';
import { type MinifierSettings, TOPIC } from './minifier-settings.ts';
import { minifyJson } from './minify-json.ts';
import { type ScriptCompressor, ScriptError } from './script-compressor.ts';

interface CompressionOptions {
  readonly settings: MinifierSettings;
  /** The version of the gem cssminify2. */
  readonly cssVersion: string;
  /** Null if scripts are not compressed. */
  readonly scriptCompressor: ScriptCompressor | null;
}

/** The column after which the gem breaks lines of style sheets, where it breaks them at all. */
const LINE_LENGTH = 5000;
type Kind = 'HTML' | 'CSS' | 'JavaScript' | 'JSON';

/** Compresses what a site writes, by the extension of the file. */
export class Compression {
  readonly #site: Site;
  readonly #options: CompressionOptions;
  readonly #html: HtmlOptions;
  readonly #isCompressed: Readonly<Record<'CSS' | 'JSON', boolean>>;
  /** Most pages of a site have the same scripts. */
  readonly #scripts = new Map<string, string>();
  readonly excluded: readonly string[];
  /** Stands for the settings and the versions. */
  readonly version: string;

  constructor(site: Site, options: CompressionOptions) {
    this.#site = site;
    this.#options = options;
    const { settings, scriptCompressor } = options;
    this.excluded = settings.excluded;
    const facts = [settings.isChecked, options.cssVersion, inspect(site.config.get('jekyll-minifier'))];
    this.version = createHash('md5').update(facts.join('\n')).digest('hex');
    this.#isCompressed = { CSS: settings.is('compress_css', true), JSON: settings.is('compress_json', true) };
    this.#html = settings.htmlOptions({
      compressScript: scriptCompressor === null ? null : (source) => this.#compressScript(scriptCompressor, source),
      compressStyle: this.#isCompressed.CSS
        ? (source) => compressCss(source, { version: options.cssVersion, lineLength: LINE_LENGTH })
        : null,
    });
  }

  /** Compresses a text. The path, below the destination, says what kind of text it is. */
  compress(path: string, text: string): string {
    const { settings, cssVersion, scriptCompressor } = this.#options;
    switch (extensionOf(baseName(path))) {
      case '.js':
        if (path.endsWith('.min.js') || scriptCompressor === null) return text;
        return this.#attempt('JavaScript', path, text, () => this.#compressScript(scriptCompressor, text));
      case '.json':
        return this.#isCompressed.JSON ? this.#attempt('JSON', path, text, () => minifyJson(text)) : text;
      case '.css': {
        if (path.endsWith('.min.css') || !this.#isCompressed.CSS) return text;
        const lineLength = settings.isChecked ? null : LINE_LENGTH;
        return this.#attempt('CSS', path, text, () => compressCss(text, { version: cssVersion, lineLength }));
      }
      default:
        return this.#attempt('HTML', path, text, () => compressHtml(text, this.#html));
    }
  }

  /** Compresses the bytes of a file; those that are no text stay as they are, or are an error in 0.1.10. */
  compressFile(path: string, bytes: Uint8Array): Uint8Array {
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      this.#refuse(path);
      return bytes;
    }
    return Buffer.from(this.compress(path, text));
  }

  #refuse(path: string): void {
    if (!this.#options.settings.isChecked) {
      throw new UttersonError('InvalidEncoding', `jekyll-minifier: ${path} is not UTF-8.`, {
        hint: 'Name the file under `exclude` of `jekyll-minifier` in _config.yml.',
      });
    }
    this.#site.log.warn(TOPIC, `Invalid encoding in file: ${path}. Skipping minification.`);
  }

  #compressScript(compressor: ScriptCompressor, source: string): string {
    const known = this.#scripts.get(source);
    if (known !== undefined) return known;
    const compressed = compressor.compress(source);
    this.#scripts.set(source, compressed);
    return compressed;
  }

  /** In 0.2 what cannot be compressed stays as it is, with a warning; only invalid JSON stops the build in both. */
  #attempt(kind: Kind, path: string, text: string, compress: () => string): string {
    if (!text.isWellFormed()) {
      this.#refuse(path);
      return text;
    }
    try {
      return compress();
    } catch (error) {
      const message = messageOf(error);
      if (!this.#options.settings.isChecked || kind === 'JSON') throw failure({ kind, path, text }, error);
      const place = kind === 'JavaScript' && error instanceof ScriptError ? error.place : '';
      this.#site.log.warn(TOPIC, `${kind} compression failed for ${path}: ${message}${place}. Using original content.`);
      return text;
    }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function failure({ kind, path, text }: { kind: Kind; path: string; text: string }, error: unknown): UttersonError {
  // In HTML the place is that within one of its scripts.
  const isPlaced = kind === 'JavaScript' && error instanceof ScriptError && error.line !== undefined;
  const { line, column } = isPlaced ? error : {};
  return new UttersonError(
    'CompressionFailed',
    `jekyll-minifier: ${kind} compression failed for ${path}: ${messageOf(error)}`,
    {
      ...(line === undefined ? {} : { file: path, line, source: text }),
      ...(column === undefined ? {} : { column }),
      hint: 'Correct it, or name the file under `exclude` of `jekyll-minifier` in _config.yml.',
      cause: error,
    },
  );
}
