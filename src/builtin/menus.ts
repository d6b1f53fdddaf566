import {
  addToGroup,
  asHash,
  baseName,
  compare,
  Drop,
  definePlugin,
  directoryName,
  equals,
  type Hash,
  type Item,
  inspect,
  isNil,
  isTruthy,
  mergeSort,
  type ReadonlyHash,
  type Site,
  toText,
  UttersonError,
} from '../plugin/plugin.ts';

type Menus = ReadonlyMap<string, readonly ReadonlyHash[]>;

/** One entry of a menu. */
class ItemDrop extends Drop {
  readonly #item: ReadonlyHash;
  readonly #menus: MenusDrop;

  constructor(item: ReadonlyHash, menus: MenusDrop) {
    super();
    this.#item = item;
    this.#menus = menus;
  }

  override get rubyClass(): string {
    return 'Jekyll::Menus::Drops::Item';
  }

  /** `children` is the menu that is named as the entry. */
  get(key: unknown): unknown {
    if (key !== 'children') return this.#item.get(key);
    return this.#menus.get(this.#item.get('identifier'))?.items() ?? null;
  }
}

class MenuDrop extends Drop {
  readonly #name: unknown;
  readonly #entries: readonly ReadonlyHash[];
  readonly #menus: MenusDrop;

  constructor(name: unknown, entries: readonly ReadonlyHash[], menus: MenusDrop) {
    super();
    this.#name = name;
    this.#entries = entries;
    this.#menus = menus;
  }

  override get rubyClass(): string {
    return 'Jekyll::Menus::Drops::Menu';
  }

  override items(): readonly unknown[] {
    const sorted = mergeSort([...this.#entries], (a, b) => compare(a.get('weight'), b.get('weight')) ?? 0);
    return sorted.map((entry) => new ItemDrop(entry, this.#menus));
  }

  get(key: unknown): unknown {
    if (key === 'identifier') return this.#name;
    if (key === 'menu') return this.#entries;
    if (key === 'parent') return this.#menus;
    return key === 'to_a' ? this.items() : null;
  }
}

/** What templates see as `site.menus`. */
class MenusDrop extends Drop {
  readonly #menus: Menus;

  constructor(menus: Menus) {
    super();
    this.#menus = menus;
  }

  override get rubyClass(): string {
    return 'Jekyll::Menus::Drops::All';
  }

  override items(): readonly unknown[] {
    return [...this.#menus.keys()].map((name) => this.get(name));
  }

  get(key: unknown): MenuDrop | null {
    const entries = this.#menus.get(toText(key));
    return entries === undefined ? null : new MenuDrop(key, entries, this);
  }

  /** A page that shows menus is made again if any of them changes. */
  override inspect(): string {
    return inspect(this.#menus);
  }
}

function invalidEntry(entry: unknown): UttersonError {
  return new UttersonError('InvalidMenu', `Invalid menu item given: ${inspect(entry)}`, {
    hint: 'In front matter write `menu: main`, or `menu: { main: { weight: 1 } }`; in _data/menus.yml a list of entries with url, title and identifier.',
  });
}

function usualIdentifier(item: Item): string {
  const own = item.data.get('ext');
  const path = item.kind === 'page' ? item.relativePath : item.path;
  const extension = isTruthy(own) ? toText(own) : item.extension;
  const folder = directoryName(path) || '.';
  const name = baseName(path);
  const bare = name.endsWith(extension) ? name.slice(0, name.length - extension.length) : name;
  return `${folder}/${bare}`
    .replace(/[^a-z0-9\-_/]/g, '')
    .replace(/\/|-+/g, '_')
    .replace(/^_+/, '');
}

function makeEntry(item: Item, given: ReadonlyHash): Hash {
  const entry = new Map(given);
  const usual: [string, () => unknown][] = [
    ['url', () => item.url],
    ['identifier', () => usualIdentifier(item)],
    ['title', () => item.value('title') ?? null],
    ['weight', () => -1],
  ];
  for (const [key, find] of usual) if (!isTruthy(entry.get(key))) entry.set(key, find());
  return entry.set('_frontmatter', item.relativePath);
}

function* entriesIn(menu: unknown, item: Item): Generator<[name: string, entry: Hash]> {
  if (typeof menu === 'string') {
    yield [menu, makeEntry(item, new Map())];
  } else if (menu instanceof Map) {
    for (const [name, entry] of menu) {
      if (typeof entry === 'string') yield [toText(name), makeEntry(item, new Map([['identifier', entry]]))];
      else if (entry instanceof Map) yield [toText(name), makeEntry(item, entry)];
      else throw invalidEntry(entry);
    }
  } else {
    throw invalidEntry(menu);
  }
}

/** The menus that front matter names with `menu` or `menus`. */
function collectMenus(items: Iterable<Item>): Menus {
  const menus = new Map<string, Hash[]>();
  for (const item of items) {
    if (![...item.data.keys()].some((key) => toText(key).includes('menu'))) continue;
    for (const menu of [item.value('menus'), item.value('menu')].flat(Number.POSITIVE_INFINITY)) {
      if (isNil(menu)) continue;
      for (const [name, entry] of entriesIn(menu, item)) addToGroup(menus, name, entry);
    }
  }
  return menus;
}

/** The menus in `_data/menus.yml`, or in files in `_data/menus`. */
function readMenus(site: Site): Menus {
  const menus = new Map<string, Hash[]>();
  for (const [name, menu] of asHash(site.data.get('menus'))) {
    const entries: readonly unknown[] = Array.isArray(menu) ? menu.flat(Number.POSITIVE_INFINITY) : [menu];
    menus.set(
      toText(name),
      entries.map((entry) => {
        if (!(entry instanceof Map)) throw invalidEntry(entry);
        const weight = isTruthy(entry.get('weight')) ? entry.get('weight') : -1;
        return new Map(entry).set('weight', weight).set('_frontmatter', false);
      }),
    );
  }
  return menus;
}

/** Entries of the same menu, without repetitions. */
function mergeMenus(first: Menus, second: Menus): Menus {
  const merged = new Map(first);
  for (const [name, entries] of second) {
    const known = merged.get(name);
    if (known === undefined) merged.set(name, entries);
    else merged.set(name, distinct([...known, ...entries]));
  }
  return merged;
}

function distinct(entries: readonly ReadonlyHash[]): ReadonlyHash[] {
  const kept: ReadonlyHash[] = [];
  for (const entry of entries) if (!kept.some((other) => equals(other, entry))) kept.push(entry);
  return kept;
}

function addMenus(site: Site): void {
  const documents = [...site.collections.values()].flatMap((collection) => collection.docs);
  const ofItems = mergeMenus(collectMenus(site.pages), collectMenus(documents));
  site.setConfig('menus', new MenusDrop(mergeMenus(readMenus(site), ofItems)));
}

/** jekyll-menus: `site.menus.main`, from `_data/menus` and from `menu: main` in front matter. */
export default definePlugin({
  name: 'jekyll-menus',
  isSafe: true,
  hooks: [{ owner: 'site', event: 'pre_render', run: addMenus }],
});
