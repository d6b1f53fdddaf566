import { UttersonError } from '../../errors.ts';
import { originOfRemote, type RemoteTheme } from '../../reader/remote-theme-finder.ts';
import { readArchive } from './archive.ts';
import type { Download } from './download.ts';
import { checkIsTheme, type FetchedTheme, isOfTheme } from './fetched-theme.ts';

/**
 * Fetches a theme from a repository on GitHub, as jekyll-remote-theme does: the branch, tag or commit that is named, the latest
 * release for `@latest`, the default branch otherwise.
 *
 * @throws {UttersonError} `DownloadFailed`, `DamagedArchive`, `MissingDependency`, `InvalidTheme`
 */
export async function fetchRepository(theme: RemoteTheme, download: Download): Promise<FetchedTheme> {
  const { host, owner, name, reference } = theme;
  const version = reference === 'latest' ? await latestRelease(theme, download) : (reference ?? 'HEAD');
  const archive = await download(`https://codeload.${host}/${owner}/${name}/tar.gz/${version}`);
  const all = await readArchive(archive, (path) => isOfTheme(withoutTopFolder(path)));
  const files = new Map([...all].map(([path, content]) => [withoutTopFolder(path), content]));
  checkIsTheme(files, `repository ${owner}/${name}`);
  return { title: `${owner}/${name} (${version})`, origin: originOfRemote(theme), files };
}

/** Strips the one folder that everything is in, named after the repository and its commit. */
const withoutTopFolder = (path: string): string => path.slice(path.indexOf('/') + 1);

async function latestRelease({ host, owner, name }: RemoteTheme, download: Download): Promise<string> {
  const url = `https://api.${host}/repos/${owner}/${name}/releases/latest`;
  const release = parseJson(await download(url), url);
  const tag = typeof release === 'object' && release !== null && 'tag_name' in release ? release.tag_name : undefined;
  if (typeof tag === 'string') return tag;
  throw new UttersonError('MissingDependency', `${owner}/${name} has no release, which @latest asks for.`, {
    hint: `Name a branch or a tag: ${owner}/${name}@main.`,
  });
}

function parseJson(bytes: Buffer, url: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new UttersonError('DownloadFailed', `${url} did not answer with JSON.`, { hint: 'Try again later.', cause });
  }
}
