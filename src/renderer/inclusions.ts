import { UttersonError } from '../errors.ts';
import type { Context } from '../liquid/context.ts';
import { LiquidError } from '../liquid/liquid-error.ts';
import { Register } from '../liquid/register.ts';
import { includesPaths } from '../site/includes-paths.ts';
import type { Site } from '../site/site.ts';
import { readsOf } from '../site/site-internals.ts';
import { decodeSource } from '../util/encoding.ts';
import { isWithin, joinPaths, relativePath } from '../util/files/paths.ts';
import { SharedTexts, sharedTemplate } from './shared-texts.ts';
import type { TemplateCache } from './template-cache.ts';

/** An included file. */
interface Inclusion {
  /** Absolute. */
  readonly path: string;
  readonly content: string;
}

/** The text to render in its place. */
interface IncludedText extends Inclusion {
  /** The key of its template in the cache, if that is not the path. */
  readonly template?: string;
}

/** Finds, reads and renders included files. Each file is read once in a build. */
export class Inclusions {
  readonly #site: Site;
  readonly #templates: TemplateCache;
  readonly #byName = new Map<string, Inclusion>();
  readonly #byPath = new Map<string, Inclusion>();
  /** The files among them that are pages or documents of their own. */
  readonly shared: SharedTexts;

  constructor(site: Site, templates: TemplateCache) {
    this.#site = site;
    this.#templates = templates;
    this.shared = new SharedTexts(site);
  }

  /** Finds a file in the includes folders: the site's own comes before the theme's. */
  find(name: string): Inclusion {
    const known = this.#byName.get(name);
    readsOf(this.#site).note(`include:${name}`);
    if (known !== undefined) return known;
    const inclusion = this.#generated(name) ?? this.findIn(name, includesPaths(this.#site));
    this.#byName.set(name, inclusion);
    return inclusion;
  }

  #generated(name: string): Inclusion | undefined {
    const content = this.#site.generatedIncludes.get(name);
    const [folder = ''] = includesPaths(this.#site);
    return content === undefined ? undefined : { path: joinPaths(folder, name), content };
  }

  /**
   * Finds a file in the first of some folders that has it.
   *
   * @throws {UttersonError} `MissingInclude`
   */
  findIn(name: string, directories: readonly string[]): Inclusion {
    for (const directory of directories) {
      const path = joinPaths(directory, name);
      readsOf(this.#site).note(`file:${path}`);
      if (this.#site.tree.status(path)?.kind === 'file' && this.#isAllowed(path, directory)) return this.#read(path);
    }
    throw new UttersonError('MissingInclude', describeMissing(name, directories, this.#site.isSafe), {
      hint: `Put the file into ${relativePath(this.#site.source, directories[0] ?? '_includes')}, or fix the name.`,
    });
  }

  /** Renders a file within the current render. The file may be a page or document itself. */
  render({ path, content }: Inclusion, context: Context): string {
    const shared = this.shared.included(path, content);
    if (shared === undefined) return this.#render({ path, content }, context);
    return this.#render({ path, content: shared, template: sharedTemplate(path) }, context);
  }

  #render(inclusion: IncludedText, context: Context): string {
    try {
      const { path, content, template: name = path } = inclusion;
      // In Ruby an include raises its errors, and from then on so does the template around it.
      context.printErrors = false;
      return this.#templates.use(name, content, ({ template }) => template.renderIn(context));
    } catch (error) {
      if (error instanceof UttersonError) error.locateWithin({ file: inclusion.path, source: inclusion.content });
      if (!(error instanceof LiquidError)) throw error;
      // On its way out of nested includes the error gets the name of each, so that as in Jekyll the outermost remains.
      error.rename(inclusion.path);
      error.locate({ markupContext: 'included ' });
      throw error;
    }
  }

  #read(path: string): Inclusion {
    const known = this.#byPath.get(path);
    if (known !== undefined) return known;
    const inclusion = { path, content: decodeSource(this.#site.tree.read(path), this.#site.encoding) };
    this.#byPath.set(path, inclusion);
    return inclusion;
  }

  /** In safe mode links must not lead out of the folder. */
  #isAllowed(path: string, directory: string): boolean {
    if (!this.#site.isSafe) return true;
    const real = this.#site.tree.realPath(path);
    return real !== undefined && isWithin(real, directory);
  }
}

/** The included files of the current render. */
export const INCLUSIONS = new Register<Inclusions>('inclusions');

function describeMissing(name: string, directories: readonly string[], isSafe: boolean): string {
  const note = isSafe ? ' In safe mode, symbolic links that lead out of the folder are not followed.' : '';
  return `Could not locate the included file '${name}' in ${directories.join(' or ')}.${note}`;
}
