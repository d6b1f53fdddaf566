import { expect, test } from 'vitest';
import { GEM_OF_TAG, hintForTag, TAGS_OF_JEKYLL } from '../../src/build/plugins/known-tags.ts';
import { BUILTINS } from '../../src/builtin/builtins.ts';
import { STANDARD_TAGS } from '../../src/liquid/tags/standard-tags.ts';
import { Registry } from '../../src/plugin/registry.ts';
import { registerJekyllTags } from '../../src/renderer/tags/jekyll-tags.ts';

test('each tag of a built-in plugin is known, and no other tag is attributed to one', async () => {
  const tags: string[] = [];
  for (const [name, load] of Object.entries(BUILTINS)) {
    const plugin = (await load()).default;
    tags.push(...Object.keys(plugin.tags ?? {}).map((tag) => `${tag}: ${name}`));
  }
  const known = Object.entries(GEM_OF_TAG).filter(([, gem]) => Object.hasOwn(BUILTINS, gem));
  expect(known.map(([tag, gem]) => `${tag}: ${gem}`).toSorted()).toEqual(tags.toSorted());
});

test('the tags of Jekyll are those that are registered', () => {
  const names = STANDARD_TAGS.map(([name]) => name);
  const registry = new Registry({});
  registry.addTag = (name) => names.push(name);
  registerJekyllTags(registry);
  expect(TAGS_OF_JEKYLL).toEqual(names.toSorted());
});

test.each([
  ['inclde', "Did you mean 'include'?"],
  ['elseif', "Did you mean 'elsif'?"],
  ['page', 'To show a value, write {{ page }} with two braces.'],
  ['seo', 'The plugin jekyll-seo-tag provides it: add it under plugins: in _config.yml.'],
  ['constructor', 'Is the name right? If a plugin provides the tag, add the plugin under plugins: in _config.yml.'],
])('an unknown tag: %s', (tag, hint) => {
  expect(hintForTag(tag)).toBe(hint);
});
