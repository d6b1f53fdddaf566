import type { ThemeSpecification } from '../site/theme.ts';

/**
 * What a gem's specification says, as far as it can be told without running its Ruby: assignments of plain texts and
 * lists of texts.
 */
export function readGemSpecification(ruby: string, version: string): ThemeSpecification {
  const description = readText(ruby, 'description') ?? readText(ruby, 'summary') ?? '';
  return {
    version: readText(ruby, 'version') ?? version,
    authors: readTexts(ruby, 'authors'),
    description,
    metadata: readMetadata(ruby),
    dependencies: readGemNeeds(ruby),
  };
}

/** What the gem needs to run. RubyGems writes needs twice where it minds old versions of itself, once without the kind. */
function readGemNeeds(ruby: string): string[] {
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

/** What a package of npm says about itself. */
export function readPackageSpecification(json: string): ThemeSpecification {
  const data: unknown = JSON.parse(json);
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

/** The plugins a theme needs: `"jekyll": { "dependencies": ["jekyll-seo-tag"] }`, as a gem names its dependencies. */
function readDependencies(jekyll: unknown): string[] {
  if (typeof jekyll !== 'object' || jekyll === null || !('dependencies' in jekyll)) return [];
  return Array.isArray(jekyll.dependencies) ? jekyll.dependencies.map(String) : [];
}
