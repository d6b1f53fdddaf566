import { directoryName, extensionOf, joinPaths, withoutTrailingDots } from '../util/files/paths.ts';
import type { Time } from '../util/time/time.ts';
import { isTruthy } from '../util/values/is-truthy.ts';
import type { Collection } from './collection.ts';
import type { ReadonlyHash } from './hash.ts';
import { staticFileUrl } from './item-url.ts';
import { pathOfUrl } from './path-of-url.ts';
import type { Site } from './site.ts';
import { internalsOf } from './site-internals.ts';

interface StaticFileOptions {
  /** Absolute. */
  readonly base: string;
  readonly directory: string;
  readonly name: string;
  readonly collection?: Collection;
}

/** Changes the bytes of a static file on their way to the destination. */
export interface FileChange {
  /** Stands for everything but the bytes that the result depends on, such as settings: a file is written again if it differs. */
  readonly version: string;
  apply(bytes: Uint8Array): Uint8Array;
}

/** A file that is copied to the destination, unchanged unless a plugin sets `change`. */
export class StaticFile {
  readonly kind = 'static-file';
  readonly site: Site;
  readonly name: string;
  readonly extension: string;
  /** The folder the relative path starts from: the source, or the theme's root. */
  readonly base: string;
  readonly relativePath: string;
  readonly collection: Collection | null;
  /** Absolute. */
  readonly path: string;
  change: FileChange | null = null;
  /** Writes the file, if a plugin does that itself and it is not copied. */
  writeItself: (() => void) | null = null;

  #url: string | undefined;
  #destination: string | undefined;
  #data: ReadonlyHash | undefined;

  constructor(site: Site, options: StaticFileOptions) {
    const { base, directory, name, collection } = options;
    this.site = site;
    this.base = base;
    this.name = name;
    this.extension = extensionOf(name);
    this.relativePath = joinPaths(directory, name);
    this.collection = collection ?? null;
    const inCollections = this.collection !== null && internalsOf(site).collectionsFolder.directory !== '';
    this.path = inCollections
      ? joinPaths(base, internalsOf(site).collectionsFolder.directory, directory, name)
      : joinPaths(base, directory, name);
  }

  /** The collection's label, or null outside collections. */
  get type(): string | null {
    return this.collection?.label ?? null;
  }

  get baseName(): string {
    const end = this.name.length - this.extension.length;
    return withoutTrailingDots(this.name.slice(0, end));
  }

  /** Its front matter defaults: a static file has no front matter of its own. */
  get data(): ReadonlyHash {
    this.#data ??= new Map(this.site.defaults.for(this.relativePath, this.type).all());
    return this.#data;
  }

  get modifiedTime(): Time {
    return this.site.modifiedTime(this.path);
  }

  /** The path without the extension; in a collection, relative to the collection's folder. */
  get cleanedRelativePath(): string {
    const path = withoutTrailingDots(this.relativePath.slice(0, this.relativePath.length - this.extension.length));
    return this.collection === null ? path : path.replace(this.collection.relativeDirectory, '');
  }

  get url(): string {
    this.#url ??= staticFileUrl(this);
    return this.#url;
  }

  get destination(): string {
    this.#destination ??= pathOfUrl(this);
    return this.#destination;
  }

  /** What a template sees: Jekyll's `to_liquid`. */
  toLiquid(): unknown {
    return internalsOf(this.site).services.toLiquid(this);
  }

  /** Ruby also prints the object's address, which differs from run to run. */
  toString(): string {
    return '#<Jekyll::StaticFile>';
  }

  inspect(): string {
    return `#<Jekyll::StaticFile @relative_path="${this.relativePath}">`;
  }

  get destinationDirectory(): string {
    return this.collection === null ? directoryName(this.relativePath) : directoryName(this.url);
  }

  /** Jekyll looks up the default for `published` by the URL instead of the path. */
  get isWritten(): boolean {
    const defaults = this.site.defaults.for(this.url, this.type).all();
    const published = defaults.has('published') ? defaults.get('published') : true;
    if (!isTruthy(published)) return false;
    return this.collection === null || this.collection.isWritten;
  }
}
