import {
  baseName,
  type Document,
  definePlugin,
  directoryName,
  joinPaths,
  type Site,
  StaticFile,
} from '../plugin/plugin.ts';
import { filesBelow } from './shared/files-below.ts';

/** The names of posts: all other files beside a post go with it. */
const POST_NAME = /^(?:.+\/)*(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$/m;
/** Posts right in these folders have no files of their own. */
const SHARED_FOLDERS = ['_posts', '_drafts'];

interface PostFilePlace {
  /** The folder of the file, relative to the source. */
  readonly directory: string;
  readonly name: string;
  readonly destination: string;
}

/** A file that is copied beside the post it belongs to. */
class PostFile extends StaticFile {
  readonly #destination: string;

  constructor(site: Site, { directory, name, destination }: PostFilePlace) {
    super(site, { base: site.source, directory, name });
    this.#destination = destination;
  }

  override get destination(): string {
    return this.#destination;
  }
}

function* filesOf(post: Document): Generator<PostFile> {
  const { site } = post;
  const folder = directoryName(post.path);
  if (SHARED_FOLDERS.some((name) => folder === site.inSource(name))) return;
  for (const path of filesBelow(site, folder)) {
    if (POST_NAME.test(path)) continue;
    const destination = joinPaths(directoryName(post.destination), path.slice(folder.length));
    const directory = directoryName(path).slice(site.source.length + 1);
    yield new PostFile(site, { directory, name: baseName(path), destination });
  }
}

function addFiles(site: Site): void {
  for (const post of site.posts.docs) site.staticFiles.push(...filesOf(post));
}

/** jekyll-postfiles: the files in a post's own folder are copied to where the post is. */
export default definePlugin({
  name: 'jekyll-postfiles',
  followsFrontMatter: true,
  generators: [{ name: 'postfiles', generate: addFiles }],
});
