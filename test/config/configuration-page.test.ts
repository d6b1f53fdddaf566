import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FURTHER_OPTIONS, OPTIONS, type Option } from '../../src/config/options.ts';

const page = join(import.meta.dirname, '..', '..', 'docs', 'configuration.md');

/** The sections of the page, with the keys of each in the order in which people meet them. */
const TOPICS: readonly (readonly [topic: string, keys: string])[] = [
  ['The site', 'title url baseurl timezone theme ignore_theme_config'],
  ['Folders', 'source destination collections_dir layouts_dir includes_dir data_dir plugins_dir cache_dir keep_files'],
  ['What is read', 'collections include exclude encoding strict_front_matter defaults data csv_reader tsv_reader'],
  [
    'Posts and URLs',
    'permalink show_drafts future unpublished limit_posts excerpt_separator page_excerpts paginate paginate_path lsi',
  ],
  ['Markdown, templates and style sheets', 'markdown markdown_ext kramdown highlighter liquid sass'],
  ['Plugins', 'plugins strict_plugins ruby_plugins safe whitelist'],
  ['The build', 'config incremental watch force_polling disable_disk_cache time quiet verbose profile'],
  [
    'Serve',
    'host port open_url livereload livereload_ignore livereload_min_delay livereload_max_delay livereload_port follow ' +
      'show_dir_listing skip_initial_build detach allowed_hosts ssl_cert ssl_key webrick',
  ],
];

const all = [...OPTIONS, ...FURTHER_OPTIONS];

function optionNamed(key: string): Option {
  const option = all.find(({ name }) => name === key);
  if (option === undefined) throw new Error(`There is no option ${key}.`);
  return option;
}

function shownFallback({ fallback }: Option): string {
  if (fallback === undefined) return '';
  const value = fallback instanceof Map ? Object.fromEntries(fallback) : fallback;
  return `\`${JSON.stringify(value)}\``;
}

const row = (option: Option): string => {
  const flag = option.flag === undefined ? '' : `\`${option.flag}\``;
  return `| \`${option.name}\` | ${option.sentence} | ${option.kind} | ${shownFallback(option)} | ${flag} |`;
};

const section = ([topic, keys]: readonly [string, string]): string =>
  [`## ${topic}\n`, '| key | | holds | default | flag |', '|---|---|---|---|---|']
    .concat(keys.split(' ').map((key) => row(optionNamed(key))))
    .join('\n');

test('each key is in one section of the page', () => {
  const listed = TOPICS.flatMap(([, keys]) => keys.split(' '));
  expect(listed.sort()).toEqual(all.map(({ name }) => name).sort());
});

/** The page is generated from the table of options: after a change there, `npx vitest run test/config -u` writes it again. */
test('the page about the configuration is generated from the table of options', async () => {
  const text = `# Configuration

The settings of a site are in \`_config.yml\` in its source folder (or \`_config.yaml\`, or \`_config.toml\`):

\`\`\`yaml
title: Mary's weblog
url: https://example.com        # where it is published
baseurl: /blog                  # the folder below that, if any
timezone: Europe/Brussels
permalink: pretty               # /2024/12/31/title/ in place of /2024/12/31/title.html
plugins: [jekyll-feed, jekyll-seo-tag]
exclude: [notes, package.json, package-lock.json]
\`\`\`

- While a site is served, a change to the file applies at once.
- \`--config a.yml,b.yml\` reads other files. Later files override earlier ones: mappings are merged, lists are replaced, and a key without a value changes nothing.
- Flags override files, and files override the defaults below.
- Any other key is kept too: templates see all of them as \`site.KEY\`. So a misspelt key is no error; \`utterson doctor\` names those that are one letter away from a setting.

${TOPICS.map(section).join('\n\n')}

"any" stands for more than one kind of value. Unless set, \`source\` is the current folder and \`destination\` is the folder \`_site\` in it.

This page is generated from \`src/config/options.ts\`.
`;
  await expect(text).toMatchFileSnapshot(page);
});
