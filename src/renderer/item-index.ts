import type { Document } from '../site/document.ts';
import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import { readsOf } from '../site/site-internals.ts';
import type { StaticFile } from '../site/static-file.ts';
import { addToGroup } from '../util/add-to-group.ts';

type Linkable = Page | StaticFile | Document;

interface Place {
  readonly item: Linkable;
  readonly position: number;
}

const indexes = new WeakMap<Site, ItemIndex>();

/** Finds items by their path without searching the whole site for every link. */
export class ItemIndex {
  readonly #byPath = new Map<string, Place>();
  readonly #postsByName = new Map<string, Document[]>();

  private constructor(site: Site) {
    let position = 0;
    for (const item of site.files()) {
      if (!this.#byPath.has(item.relativePath)) this.#byPath.set(item.relativePath, { item, position: position++ });
    }
    for (const post of site.posts.docs) this.#addPost(post);
  }

  static of(site: Site): ItemIndex {
    readsOf(site).note('links');
    const known = indexes.get(site);
    if (known !== undefined) return known;
    const made = new ItemIndex(site);
    indexes.set(site, made);
    return made;
  }

  /** The first item with this path, with or without a leading slash. */
  find(path: string): Linkable | undefined {
    const plain = this.#byPath.get(path);
    const slashed = this.#byPath.get(path.startsWith('/') ? path : `/${path}`);
    if (plain === undefined || slashed === undefined) return (plain ?? slashed)?.item;
    return plain.position <= slashed.position ? plain.item : slashed.item;
  }

  /** Posts whose file name consists of this name and an extension, in the order of the posts. */
  postsNamed(name: string): readonly Document[] {
    return this.#postsByName.get(name) ?? [];
  }

  #addPost(post: Document): void {
    const { name } = post;
    for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.', dot + 1)) {
      addToGroup(this.#postsByName, name.slice(0, dot), post);
    }
  }
}
