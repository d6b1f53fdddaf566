import { UttersonError } from '../errors.ts';
import type { ThemeSpecification } from '../site/theme.ts';

/**
 * Reads a gemspec as far as that is possible without running its Ruby: assignments of plain strings and lists of strings.
 *
 * @param version the version if the gemspec does not state it
 */
export function readGemSpecification(ruby: string, version: string): ThemeSpecification {
  const description = readText(ruby, 'description') ?? readText(ruby, 'summary') ?? '';
  return {
    version: readText(ruby, 'version') ?? version,
    authors: readTexts(ruby, 'authors'),
    description,
    metadata: readMetadata(ruby),
    dependencies: readRuntimeDependencies(ruby),
  };
}

/**
 * The gems it needs to run. For the sake of its own old versions RubyGems may list dependencies twice, the second time
 * without telling runtime from development ones: so if any are marked as runtime dependencies, only those count.
 */
function readRuntimeDependencies(ruby: string): string[] {
  const found = [...ruby.matchAll(/add_(runtime_)?dependency(?:\(|\s)\s*(?:%q<([^>]+)>|["']([^"']+)["'])/g)];
  const named = found.some(([, kind]) => kind !== undefined) ? found.filter(([, kind]) => kind !== undefined) : found;
  return [...new Set(named.map(([, , percent, quoted]) => percent ?? quoted ?? ''))];
}

function readText(ruby: string, key: string): string | undefined {
  const match = new RegExp(`\\.${key}\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|'([^']*)')`).exec(ruby);
  return match?.[1]?.replace(/\\(.)/g, '$1') ?? match?.[2];
}

function readTexts(ruby: string, key: string): string[] {
  const list = new RegExp(`\\.${key}\\s*=\\s*\\[([^\\]]*)\\]`).exec(ruby)?.[1];
  if (list === undefined) return [readText(ruby, key.replace(/s$/, ''))].filter((text) => text !== undefined);
  return [...list.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, double, single]) => double ?? single ?? '');
}

function readMetadata(ruby: string): ReadonlyMap<unknown, unknown> {
  const block = /\.metadata\s*=\s*\{([^}]*)\}/.exec(ruby)?.[1] ?? '';
  const pairs = [
    ...block.matchAll(/"([^"]*)"\s*=>\s*"([^"]*)"/g),
    ...ruby.matchAll(/\.metadata\["([^"]*)"\]\s*=\s*"([^"]*)"/g),
  ];
  return new Map(pairs.map(([, key, value]) => [key, value]));
}

/**
 * Reads the package.json of an npm package.
 *
 * @param file its path, for messages
 * @throws {UttersonError} `InvalidTheme`
 */
export function readPackageSpecification(json: string, file: string): ThemeSpecification {
  const data = parseJson(json, file);
  const fields = new Map(typeof data === 'object' && data !== null ? Object.entries(data) : []);
  const text = (key: string): string => (typeof fields.get(key) === 'string' ? String(fields.get(key)) : '');
  return {
    version: text('version'),
    authors: [text('author')].filter((author) => author !== ''),
    description: text('description'),
    metadata: new Map(),
    dependencies: readDependencies(fields.get('jekyll')),
  };
}

function parseJson(json: string, file: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UttersonError('InvalidTheme', `The theme's package.json is not valid JSON: ${reason}`, {
      file,
      hint: 'Fix the file, or install the theme again.',
      cause: error,
    });
  }
}

/** The plugins a theme needs, as in a gem's dependencies: `"jekyll": { "dependencies": ["jekyll-seo-tag"] }`. */
function readDependencies(jekyll: unknown): string[] {
  if (typeof jekyll !== 'object' || jekyll === null || !('dependencies' in jekyll)) return [];
  return Array.isArray(jekyll.dependencies) ? jekyll.dependencies.map(String) : [];
}
