const GEMS = '/gems/';
const LIBRARY = '/lib';

/**
 * The name under which Jekyll keeps the parsed template of a page. `LiquidRenderer#normalize_path` shortens the paths of
 * gems' files for the table of `--profile`, and takes pages below folders named `gems` or `lib…` for such files: of all
 * pages with the same name, each shows the text of the first.
 *
 * @param path relative to the source
 * @example
 * templateName('docs/a.md') // 'docs/a.md'
 * templateName('fr/docs/library/a.md') // 'docs/library/a.md'
 * templateName('en/gems/rails/a.md') // 'rails/a.md'
 */
export function templateName(path: string): string {
  const gems = path.lastIndexOf(GEMS);
  if (gems !== -1) return path.slice(gems + GEMS.length);
  const library = path.indexOf(LIBRARY, 1);
  if (library !== -1) return path.slice(path.lastIndexOf('/', library - 1) + 1);
  return path;
}
