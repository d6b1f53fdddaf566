import { expect, test } from 'vitest';
import { createBuilder } from '../../src/build/create-builder.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import type { Plugin } from '../../src/plugin/define-plugin.ts';
import { silentLog } from '../../src/util/program/log.ts';
import { folderOf } from '../server/folder.ts';

async function build(plugin: object, text = ''): Promise<unknown> {
  const folder = folderOf({ 'a.z': `---\n---\n${text}` });
  const log = silentLog();
  const config = loadConfig({ log, overrides: { source: folder, destination: `${folder}/_site` }, folder });
  const plugins = [{ name: 'wrong', ...plugin } as Plugin];
  const builder = await createBuilder({ config, log, environment: { TZ: 'UTC' }, folder, usesWorkers: false, plugins });
  return builder.build();
}

const converter = (convert: unknown) => ({
  converters: [
    { name: 'z', matches: (extension: string) => extension === '.z', outputExtension: () => '.html', convert },
  ],
});

test.each([
  ['an asynchronous filter', { filters: { f: { apply: async () => '' } } }, '{{ 1 | f }}', /a Promise is not a value/],
  [
    'an asynchronous tag',
    { tags: { f: { parse: () => ({ render: async () => '' }) } } },
    '{% f %}',
    /a Promise is not/,
  ],
  ['a tag that is not read', { tags: { f: { parse: () => {} } } }, '{% f %}', /line 1.*the tag 'f' cannot be rendered/],
  [
    'an asynchronous converter',
    converter(async () => ''),
    '',
    /The converter z returned a Promise instead of a string/,
  ],
  ['a converter without a result', converter(() => {}), '', /The converter z returned undefined instead of a string/],
  [
    'an edition without settings',
    { editions: () => [{ folder: '' }] },
    '',
    /a plugin's `editions` returned: `editions\[0\].settings` is missing/,
  ],
  ['no edition', { editions: () => [] }, '', /A plugin's `editions` returned an empty list/],
  [
    'a page that is none',
    { generators: [{ name: 'g', generate: (site: { pages: unknown[] }) => site.pages.push({}) }] },
    '',
    /The generator g added something to site.pages that is not a Page/,
  ],
  [
    'a static file that is none',
    { generators: [{ name: 'g', generate: (site: { staticFiles: unknown[] }) => site.staticFiles.push('x') }] },
    '',
    /The generator g added something to site.staticFiles that is not a StaticFile/,
  ],
])('%s stops the build', async (_, plugin, text, message) => {
  await expect(build(plugin, text)).rejects.toThrow(message);
});
