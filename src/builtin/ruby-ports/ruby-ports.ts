import { createHash } from 'node:crypto';
import type { Plugin } from '../../plugin/plugin.ts';

type LoadPort = () => Promise<Plugin>;

const details: LoadPort = async () => (await import('./details.ts')).default;
const fileExists: LoadPort = async () => (await import('./file-exists.ts')).default;
const localizationExists: LoadPort = async () => (await import('./localization-exists.ts')).default;
const removeAccents: LoadPort = async () => (await import('./remove-accents.ts')).default;
const hideBibtexLines: LoadPort = async () => (await import('./hide-bibtex.ts')).hideBibtexLines;
const hideBibtex: LoadPort = async () => (await import('./hide-bibtex.ts')).hideBibtex;
const hideBibtexAndMarks: LoadPort = async () => (await import('./hide-bibtex.ts')).hideBibtexAndMarks;
const cacheBust: LoadPort = async () => (await import('./cache-bust-file.ts')).default;
const scholarCitations: LoadPort = async () => (await import('./citation-counts.ts')).scholarCitations;
const inspireCitations: LoadPort = async () => (await import('./citation-counts.ts')).inspireCitations;
const externalPosts: LoadPort = async () => (await import('./external-posts.ts')).default;
const libraries: LoadPort = async () => (await import('./libraries.ts')).default;
const terser: LoadPort = async () => (await import('../terser-files.ts')).default;
const postsLastmod = async () => import('./posts-lastmod-hook.ts');
const embedTweets: LoadPort = async () => (await import('./embed-tweets.ts')).default;
const emptyFrontMatter: LoadPort = async () => (await import('./empty-front-matter.ts')).default;
const externalLinks = async () => import('./external-links.ts');
const noteTimes: LoadPort = async () => (await import('./note-times.ts')).default;
const highlighter = async () => import('./markdown-highlighter.ts');
const labLists = async () => import('./lab/array-filters.ts');
const labFiles: LoadPort = async () => (await import('./lab/file-filters.ts')).default;
const labHashes = async () => import('./lab/hash-filters.ts');
const labMisc = async () => import('./lab/misc-filters.ts');
const labPatterns = async () => import('./lab/regex-filters.ts');
const dataPages = async () => import('./data-page-generator.ts');
const noteLinks = async () => import('./bidirectional-links.ts');

/**
 * What stands in for Ruby files that very many sites have in `_plugins`, because the themes al-folio and Chirpy, the digital garden
 * template or the Lab Website Template brought them, or because they come from the time before a plugin was a gem, each in the versions of its history. The key is the digest of a file's code.
 */
export const PORTS: ReadonlyMap<string, LoadPort> = new Map([
  ['4c5a01efe9f58f50', details],
  ['266e645bf45fbd41', fileExists],
  ['0f797be4aef72a09', localizationExists],
  ['f8f7ed23ef28a3b5', removeAccents],
  ['ce9f3d962f4b6337', hideBibtexLines],
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
  ['c9bcc54cb6d1b107', externalPosts],
  ['e834ece2582a7de1', externalPosts],
  ['f6316084c1955588', externalPosts],
  ['272415cde7ca46b6', libraries],
  ['32b047c4deec2f00', libraries],
  ['60d012c8e36c1b62', libraries],
  ['686af0445947b5fb', libraries],
  ['8297604e62405df6', libraries],
  ['bc7868ec018bb2ca', libraries],
  ['f31181aee455945f', libraries],
  ['f5a9b8dae9d4b44f', libraries],
  ['27c499a9d875b68c', terser],
  ['de07bec7ab9830b1', async () => (await postsLastmod()).afterTwoCommits],
  ['7a3dec21aaf352aa', async () => (await postsLastmod()).afterTwoCommits],
  ['d308fbbccf44d49b', async () => (await postsLastmod()).afterTwoCommits],
  ['ef9b7aa5861e2911', async () => (await postsLastmod()).afterOneCommit],
  ['e0498cd34e019728', async () => (await postsLastmod()).afterSixCommits],
  ['4998d4a290180d7b', async () => (await postsLastmod()).afterElevenCommits],
  ['a6281bf662cfa34e', async () => (await noteLinks()).linksOf2025],
  ['fe8221c81c5c7a7d', async () => (await noteLinks()).linksOf2024],
  ['955b263d27ec915c', async () => (await noteLinks()).linksOf2023],
  ['e7d4fda44ec1e12c', async () => (await noteLinks()).linksOf2022],
  ['90d6312f49e1c6bc', embedTweets],
  ['37fdf16b0de0f76e', emptyFrontMatter],
  ['7232db644281acc7', emptyFrontMatter],
  ['7acc3d14db8852f4', noteTimes],
  ['980979d20b8de6f5', async () => (await highlighter()).highlighter],
  ['a0dca43435ce51ad', async () => (await highlighter()).highlighterOfMarch],
  ['3472eee12f222759', async () => (await highlighter()).highlighterOfHtml],
  ['560442e564563dab', async () => (await highlighter()).highlighterOfWords],
  ['135a9c062ba7878c', async () => (await externalLinks()).externalLinks],
  ['9f18fee13ca1b820', async () => (await externalLinks()).externalLinksOf2024],
  ['0a33cdb3dcee72f7', async () => (await externalLinks()).externalLinksOf2022],
  ['aef5edbaa705dacc', async () => (await dataPages()).pagesOf2016],
  ['9f68a25105ae9aae', async () => (await dataPages()).pagesOf2017],
  ['51dbe8583b95c565', async () => (await dataPages()).pagesOfAugust2017],
  ['1709eba03480d816', async () => (await dataPages()).pagesOfAugust2017],
  ['0d9f483102378f77', async () => (await dataPages()).pagesOfDecember2017],
  ['f60ec4ebbf905f8c', async () => (await dataPages()).pagesOf2018],
  ['5509185b5407eced', async () => (await dataPages()).pagesOf2018],
  ['9859794f9101bfca', async () => (await dataPages()).pagesOfSeptember2019],
  ['e2b4b4f722f2ebed', async () => (await dataPages()).pagesOfSeptember2019],
  ['94f11d7fd7ae4913', async () => (await dataPages()).pagesOf2019],
  ['f66a4793fbf3950b', async () => (await dataPages()).pagesOf2019],
  ['38989f8b40c870b2', async () => (await dataPages()).pagesOf2020],
  ['d5b1d4989c1b997c', async () => (await dataPages()).pagesOf2020],
  ['cf58ad93de188a08', async () => (await dataPages()).pagesOfSeptember2020],
  ['1a6f6a064b1b5a2d', async () => (await dataPages()).pagesOf2024],
  ['aa9e236b905449df', labFiles],
  ['ad8a5ad31bde439f', async () => (await labLists()).arrayFilters],
  ['0cdbe7903c1b4457', async () => (await labLists()).arrayFiltersOfMarch2023],
  ['c5a6660c5984ff82', async () => (await labHashes()).hashFilters],
  ['665e1b3a67ee87d6', async () => (await labHashes()).hashFiltersOf2023],
  ['05d912b2ad198a3b', async () => (await labHashes()).hashFiltersOfMarch2023],
  ['b0ce937dd00121d3', async () => (await labMisc()).miscFilters],
  ['2c6d8fcacd8d6f3d', async () => (await labMisc()).miscFiltersOfFebruary2024],
  ['804c9ab3fd14bd2b', async () => (await labMisc()).miscFiltersOfFebruary2024],
  ['db17851f716abfbe', async () => (await labMisc()).miscFiltersOfFebruary2024],
  ['be61a9b9756b41ef', async () => (await labMisc()).miscFiltersOfFebruary2024],
  ['982da290eaa341e9', async () => (await labMisc()).miscFiltersOf2023],
  ['b62f70f6d8535e80', async () => (await labMisc()).miscFiltersOfMarch2023],
  ['ff6629f3333de00a', async () => (await labMisc()).miscFiltersOfMarch2023],
  ['2af68affb2f8c1ea', async () => (await labMisc()).miscFiltersOfFebruary2023],
  ['1036c5a68d7fd411', async () => (await labPatterns()).regexFilters],
  ['cabefb37de5490d6', async () => (await labPatterns()).regexFiltersOf2023],
  ['9287ed3cdcb854ab', async () => (await labPatterns()).regexFiltersOfMarch2023],
  ['75801751fddc19bf', async () => (await externalLinks()).externalLinksOf2021],
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
