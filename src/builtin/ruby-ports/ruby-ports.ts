import { createHash } from 'node:crypto';
import type { Plugin } from '../../plugin/plugin.ts';

type LoadPort = () => Promise<Plugin>;

const details: LoadPort = async () => (await import('./details.ts')).default;
const fileExists: LoadPort = async () => (await import('./file-exists.ts')).default;
const localizationExists: LoadPort = async () => (await import('./localization-exists.ts')).default;
const removeAccents: LoadPort = async () => (await import('./remove-accents.ts')).default;
const hideBibtex: LoadPort = async () => (await import('./hide-bibtex.ts')).hideBibtex;
const hideBibtexAndMarks: LoadPort = async () => (await import('./hide-bibtex.ts')).hideBibtexAndMarks;
const cacheBust: LoadPort = async () => (await import('./cache-bust-file.ts')).default;
const scholarCitations: LoadPort = async () => (await import('./citation-counts.ts')).scholarCitations;
const inspireCitations: LoadPort = async () => (await import('./citation-counts.ts')).inspireCitations;
const externalPosts: LoadPort = async () => (await import('./external-posts.ts')).default;
const libraries: LoadPort = async () => (await import('./libraries.ts')).default;
const postsLastmod: LoadPort = async () => (await import('./posts-lastmod-hook.ts')).default;

/**
 * What stands in for the Ruby files that the theme al-folio brings in `_plugins`, each in the versions of its history. The
 * key is the digest of a file's code.
 */
export const PORTS: ReadonlyMap<string, LoadPort> = new Map([
  ['4c5a01efe9f58f50', details],
  ['266e645bf45fbd41', fileExists],
  ['0f797be4aef72a09', localizationExists],
  ['f8f7ed23ef28a3b5', removeAccents],
  ['af51e716b3452464', hideBibtex],
  ['c9a829b6b4f76954', hideBibtexAndMarks],
  ['d9772ba1c8bf08da', cacheBust],
  ['6376a2d7f2069b41', scholarCitations],
  ['97cc3050da2d276c', scholarCitations],
  ['9ab0e565373fb379', scholarCitations],
  ['eaffd93a7433ee5f', scholarCitations],
  ['30eba845b84a3893', inspireCitations],
  ['070b5a166172669b', externalPosts],
  ['1612c0688080fefa', externalPosts],
  ['4032a90a850ecb61', externalPosts],
  ['45361257d5fdfe73', externalPosts],
  ['4eb0118eb595b2cf', externalPosts],
  ['b1898877c0b34021', externalPosts],
  ['f6316084c1955588', externalPosts],
  ['60d012c8e36c1b62', libraries],
  ['de07bec7ab9830b1', postsLastmod],
  ['7a3dec21aaf352aa', postsLastmod],
]);

/**
 * What does the work of a Ruby file, if it is one of those that are known to the letter. Only comments and white space
 * may differ: a file in which anybody has changed the code is not taken for the known one.
 *
 * @param ruby the text of the file
 * @param ports what stands in for which digest
 *
 * @example
 * const load = findRubyPort(text);
 * if (load !== undefined) registry.add(await load());
 */
export function findRubyPort(ruby: string, ports = PORTS): LoadPort | undefined {
  return ports.get(digestOfCode(ruby));
}

function digestOfCode(ruby: string): string {
  const lines = ruby.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  const code = lines.filter((line) => line !== '' && !line.startsWith('#')).join('\n');
  return createHash('sha256').update(code).digest('hex').slice(0, 16);
}
