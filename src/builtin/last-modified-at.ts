import {
  definePlugin,
  dig,
  equals,
  type Item,
  PAGE,
  SITE,
  type Site,
  strftime,
  strip,
  type Time,
  toText,
} from '../plugin/plugin.ts';
import { type GitHistory, historyOf } from './shared/git-history.ts';
import { PerSite } from './shared/per-site.ts';

const DEFAULT_FORMAT = '%d-%b-%y';

/** When the files of a site were last changed: the time of the last commit, or else of the file. */
class ModifiedTimes {
  readonly #site: Site;
  readonly #history: GitHistory;
  /** What the tag printed, by page. As in the gem, which caches without the format, the first format used on a page wins. */
  readonly printed = new Map<string, string>();

  constructor(site: Site) {
    this.#site = site;
    this.#history = historyOf(site);
  }

  of(path: string): Time {
    const file = this.#site.inSource(path);
    const [commit] = this.#history.lastCommits(file.slice(this.#site.source.length + 1), 1);
    // The gem knows whole seconds only, of files too.
    return this.#site.zone.at(commit?.seconds ?? this.#site.modifiedTime(file).seconds);
  }
}

const times = new PerSite((site) => new ModifiedTimes(site));

/** When a file of the site was last changed, by its path, absolute or in the source. */
export const modifiedTime = (site: Site, path: string): Time => times.of(site).of(path);

/** A page that a plugin made has the time of a file at its place: jekyll-redirect-from's that of `redirect.html`. */
function setTime(item: Item): void {
  // The relative path of a document does not name `collections_dir`.
  const path = item.kind === 'document' ? item.path : item.relativePath;
  if (item.site.tree.status(item.site.inSource(path)) === undefined) return;
  item.data.set('last_modified_at', modifiedTime(item.site, path));
}

/** What the tag depends on besides its format. */
function noteReads(site: Site, page: unknown, path: string): void {
  // The first format used on a page wins, and that may have been in the excerpt that an earlier page shows.
  site.noteRead('order');
  // Reading the page's value records that of the file, unless front matter says another.
  if (!equals(dig(page, 'last_modified_at'), modifiedTime(site, path))) site.noteRead('untracked');
}

function printTime(site: Site, path: string, format: string): string {
  const ofSite = times.of(site);
  const known = ofSite.printed.get(path);
  if (known !== undefined) return known;
  const text = strftime(ofSite.of(path), format);
  ofSite.printed.set(path, text);
  return text;
}

/** jekyll-last-modified-at: `page.last_modified_at` and `{% last_modified_at %}`, from git or the file's time. */
export default definePlugin({
  name: 'jekyll-last-modified-at',
  isSafe: true,
  hooks: [
    { owner: 'pages', event: 'post_init', run: setTime },
    { owner: 'documents', event: 'post_init', run: setTime },
  ],
  tags: {
    last_modified_at: {
      parse: (tag) => ({
        render(context) {
          const site = context.register(SITE);
          const configured = dig(site.config, 'last-modified-at', 'date-format') ?? DEFAULT_FORMAT;
          const page = context.register(PAGE);
          const path = toText(dig(page, 'path'));
          noteReads(site, page, path);
          return printTime(site, path, strip(tag.markup) || toText(configured));
        },
      }),
    },
  },
});
