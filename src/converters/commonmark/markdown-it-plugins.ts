import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UttersonError } from '../../errors.ts';
import { asHash, type ReadonlyHash } from '../../site/hash.ts';
import { importModule } from '../../util/program/import-module.ts';
import { isTruthy } from '../../util/values/is-truthy.ts';
import { useHeadingIds } from './heading-ids.ts';
import type { MarkdownIt } from './markdown-it.ts';

type Plugin = (parser: MarkdownIt, options?: unknown) => void;

interface LoadedPlugin {
  readonly use: Plugin;
  readonly options: unknown;
}

interface WantedPlugin {
  readonly name: string;
  readonly options: unknown;
}

function readWanted(entry: unknown): WantedPlugin {
  if (typeof entry === 'string') return { name: entry, options: undefined };
  const hash = asHash(entry);
  return { name: String(hash.get('name') ?? ''), options: toObject(hash.get('options')) };
}

/** Turns the Maps of a configuration into the plain objects that plugins expect. */
function toObject(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toObject);
  if (!(value instanceof Map)) return value;
  return Object.fromEntries([...value].map(([key, item]) => [String(key), toObject(item)]));
}

function isPlugin(value: unknown): value is Plugin {
  return typeof value === 'function';
}

async function loadPlugin({ name, options }: WantedPlugin, source: string): Promise<LoadedPlugin> {
  try {
    const path = createRequire(join(source, 'package.json')).resolve(name);
    const module = (await importModule(pathToFileURL(path).href)) as { readonly default?: unknown };
    if (isPlugin(module.default)) return { use: module.default, options };
  } catch (cause) {
    throw new UttersonError('MissingDependency', `The markdown-it plugin '${name}' could not be loaded`, {
      hint: `Install it in ${source}: npm install ${name}`,
      cause,
    });
  }
  throw new UttersonError('InvalidPlugin', `The default export of '${name}' is not a markdown-it plugin`, {
    hint: 'It has to be a function that takes the parser. What is named under `markdown-it: { plugins: … }` is an npm package or a file.',
  });
}

/**
 * Reads the setting `markdown-it:`: `options` of the parser, and `plugins`, each a name or a `name` with `options`. The
 * returned function applies them, and gives headings ids. In safe mode no plugin is loaded.
 *
 * @throws {UttersonError} `MissingDependency` or `InvalidPlugin` for a plugin that cannot be used
 */
export async function loadMarkdownItPlugins(config: ReadonlyHash): Promise<(parser: MarkdownIt) => void> {
  const settings = asHash(config.get('markdown-it'));
  const entries = settings.get('plugins');
  const wanted = Array.isArray(entries) && !isTruthy(config.get('safe')) ? entries.map(readWanted) : [];
  const source = resolve(String(config.get('source') ?? '.'));
  const plugins = await Promise.all(wanted.map((plugin) => loadPlugin(plugin, source)));
  const options = toObject(settings.get('options'));
  return (parser) => {
    if (typeof options === 'object' && options !== null) parser.set(options);
    for (const plugin of plugins) parser.use(plugin.use, plugin.options);
    useHeadingIds(parser);
  };
}
