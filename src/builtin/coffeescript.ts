import { type Conversion, definePlugin, UttersonError } from '../plugin/plugin.ts';
import { PerSite } from './shared/per-site.ts';
import { loadSitePackage, noteSitePackage } from './shared/site-package.ts';

/** The package of the compiler that the gem coffee-script-source 1.12.2 contains. Version 2 has another name, and makes other scripts. */
const PACKAGE = { name: 'coffee-script', version: 'coffee-script@1.12.2', plugin: 'jekyll-coffeescript' };

interface Compiler {
  compile(source: string, options: { readonly bare: boolean }): string;
}

/** An error of the compiler. */
interface SyntaxFault {
  readonly message: string;
  readonly location?: { readonly first_line: number; readonly first_column: number };
}

const packages = new PerSite((site) => loadSitePackage(site, PACKAGE));

function compile(source: string, { site }: Conversion): string {
  const from = packages.of(site);
  noteSitePackage(site, from);
  try {
    return (from.exported as Compiler).compile(source, { bare: false });
  } catch (cause) {
    const { message, location } = cause as SyntaxFault;
    if (location === undefined) throw cause;
    const place = `[stdin]:${location.first_line + 1}:${location.first_column + 1}`;
    throw new UttersonError('CoffeeScriptError', `SyntaxError: ${place}: ${message}`, {
      hint: 'The numbers are a line, which counts from the end of the front matter, and a column.',
      cause,
    });
  }
}

/** jekyll-coffeescript: `.coffee` files become scripts, by the npm package coffee-script that the site installs. */
export default definePlugin({
  name: 'jekyll-coffeescript',
  converters: [
    {
      name: 'CoffeeScript',
      priority: 'low',
      matches: (extension) => extension.toLowerCase() === '.coffee',
      outputExtension: () => '.js',
      convert: compile,
    },
  ],
});
