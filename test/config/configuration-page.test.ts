import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FURTHER_OPTIONS, OPTIONS, type Option } from '../../src/config/options.ts';

const page = join(import.meta.dirname, '..', '..', 'docs', 'configuration.md');

function shownFallback({ fallback }: Option): string {
  if (fallback === undefined) return '';
  const value = fallback instanceof Map ? Object.fromEntries(fallback) : fallback;
  return `\`${JSON.stringify(value)}\``;
}

const row = (option: Option): string => {
  const flag = option.flag === undefined ? '' : `\`${option.flag}\``;
  return `| \`${option.name}\` | ${option.kind} | ${shownFallback(option)} | ${flag} | ${option.sentence} |`;
};

const table = (options: readonly Option[]): string =>
  ['| key | holds | default | flag | |', '|---|---|---|---|---|', ...options.map(row)].join('\n');

/** The page is generated from the table of options: after a change there, `npx vitest run test/config -u` writes it again. */
test('the page about the configuration is generated from the table of options', async () => {
  const text = `# Configuration

Utterson reads \`_config.yml\`, \`_config.yaml\` or \`_config.toml\` in the source folder, or the files that \`--config\` names; later files override
earlier ones. Mappings are merged, lists are replaced, and a key without a value changes nothing. Flags override files, and files override
the defaults below. Any other key is kept too: templates see all of them as \`site.KEY\`.

${table(OPTIONS)}

These keys have no default:

${table(FURTHER_OPTIONS)}

Unless set, \`source\` is the current folder and \`destination\` is the folder \`_site\` in it. This page is generated from
\`src/config/options.ts\`.
`;
  await expect(text).toMatchFileSnapshot(page);
});
