import { existsSync } from 'node:fs';

/**
 * The names that a build records for a file that pages are made of: a layout, an include, data or a style sheet, of the site or of its
 * theme, where the site has no file of that name.
 *
 * @param path absolute
 * @param folderOf the absolute path of a folder that the configuration names: `layouts_dir`
 *
 * @example
 * inputsOfFile('/site/_layouts/post.html', folderOf) // ['file:/site/_layouts/post.html', 'layout:post']
 */
export function inputsOfFile(path: string, folderOf: (key: string) => string): readonly string[] {
  const nameBelow = (key: string, ofTheme: string): string => {
    const own = folderOf(key);
    if (path.startsWith(`${own}/`)) return path.slice(own.length + 1);
    const name = new RegExp(`.*/${ofTheme}/(.+)`).exec(path)?.[1] ?? '';
    return existsSync(`${own}/${name}`) ? '' : name;
  };
  const withoutExtension = (name: string) => name.replace(/\.[^./]*$/, '');
  const named = [
    ['layout', withoutExtension(nameBelow('layouts_dir', '_layouts'))],
    ['include', nameBelow('includes_dir', '_includes')],
    ['data', withoutExtension(nameBelow('data_dir', '_data').replace(/\/.*/, ''))],
  ];
  return [`file:${path}`, ...named.filter(([, name]) => name !== '').map(([kind, name]) => `${kind}:${name}`)];
}
