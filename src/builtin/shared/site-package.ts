import { createRequire } from 'node:module';
import { type Site, UttersonError } from '../../plugin/plugin.ts';

/** A package from npm, which a site needs for one plugin only. */
export interface SitePackage {
  /** What the package exports. */
  readonly exported: unknown;
  /** Its package.json, by which another version is noticed. */
  readonly manifest: string;
}

/**
 * Loads a package that the site has installed, or whoever installed this program. Like a plugin in `_plugins`, it must not be
 * loaded in safe mode.
 *
 * @param version what to install, for the hint of the error: `coffee-script@1.12.2`
 * @throws {UttersonError} `MissingDependency`
 */
export function loadSitePackage(
  site: Site,
  { name, version, plugin }: Record<'name' | 'version' | 'plugin', string>,
): SitePackage {
  for (const place of [`${site.source}/package.json`, import.meta.url]) {
    const require = createRequire(place);
    const manifest = findManifest(require, name);
    if (manifest !== undefined) return { exported: require(name), manifest };
  }
  throw new UttersonError('MissingDependency', `${plugin} needs the npm package ${name}, which is not installed.`, {
    hint: `Install it in the folder of the site: npm install ${version}`,
  });
}

/** The package's folder is known from its program, because its package.json need not be among what it exports. */
function findManifest(require: NodeJS.Require, name: string): string | undefined {
  try {
    const program = require.resolve(name).replaceAll('\\', '/');
    const folder = program.slice(0, program.lastIndexOf(`/${name}/`) + name.length + 1);
    return `${folder}/package.json`;
  } catch {
    return undefined;
  }
}

/** Notes that what is being rendered depends on the version of a package. */
export function noteSitePackage(site: Site, { manifest }: SitePackage): void {
  site.tree.status(manifest);
  site.noteRead(`file:${manifest}`);
}
