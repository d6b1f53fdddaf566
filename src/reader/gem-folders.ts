import { fnmatch } from '../util/files/fnmatch.ts';
import type { ReadTree } from '../util/files/tree.ts';

/** Where gems are installed, depending on how Ruby was. `~` is the home folder, and an asterisk stands for a version. */
const USUAL: readonly string[] = [
  // gem install --user-install
  '~/.local/share/gem/ruby/*',
  '~/.gem/ruby/*',
  // Ruby version managers
  '~/.rbenv/versions/*/lib/ruby/gems/*',
  '~/.asdf/installs/ruby/*/lib/ruby/gems/*',
  '~/.local/share/mise/installs/ruby/*/lib/ruby/gems/*',
  '~/.rvm/gems/*',
  '~/.rubies/*/lib/ruby/gems/*',
  '/opt/rubies/*/lib/ruby/gems/*',
  // GitHub's runners, and the official Docker image
  '/opt/hostedtoolcache/Ruby/*/x64/lib/ruby/gems/*',
  '/usr/local/bundle',
  // Packages of operating systems
  '/opt/homebrew/lib/ruby/gems/*',
  '/usr/local/lib/ruby/gems/*',
  '/var/lib/gems/*',
  '/usr/lib/ruby/gems/*',
  '/usr/share/rubygems-integration/*',
  '/usr/share/gems',
  '/Library/Ruby/Gems/*',
  'C:/Ruby*/lib/ruby/gems/*',
];

/**
 * The usual folders of installed gems that exist, newer versions of Ruby first. Ruby itself, which would know them, need
 * not be installed.
 *
 * @param home the user's home folder
 *
 * @example
 * usualGemFolders(tree, '/home/me') // ['/home/me/.gem/ruby/3.3.0', '/var/lib/gems/3.1.0']
 */
export function usualGemFolders(tree: ReadTree, home: string): readonly string[] {
  return USUAL.flatMap((pattern) =>
    expand(
      pattern.replace(/^~/, () => home),
      tree,
    ),
  );
}

/** The existing folders that match a path with asterisks. */
function expand(pattern: string, tree: ReadTree): readonly string[] {
  const [root = '', ...names] = pattern.split('/');
  let found: readonly string[] = [root];
  for (const name of names) {
    found = name.includes('*')
      ? found.flatMap((folder) => matching(folder, name, tree).map((match) => `${folder}/${match}`))
      : found.map((folder) => `${folder}/${name}`);
  }
  return found.filter((folder) => tree.status(folder)?.kind === 'directory');
}

function matching(folder: string, pattern: string, tree: ReadTree): readonly string[] {
  const names = tree.list(folder === '' ? '/' : folder).filter(({ kind }) => kind === 'directory');
  return names
    .map(({ name }) => name)
    .filter((name) => fnmatch(pattern, name))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
}
