import { expect, test } from 'vitest';
import { GEM_OF_TAG, hintForTag } from '../../src/build/known-tags.ts';
import { BUILTINS } from '../../src/builtin/builtins.ts';

test('each tag of a built-in plugin is known, and no other is said to be of one', async () => {
  const tags: string[] = [];
  for (const [name, load] of Object.entries(BUILTINS)) {
    const plugin = (await load()).default;
    tags.push(...Object.keys(plugin.tags ?? {}).map((tag) => `${tag}: ${name}`));
  }
  const known = Object.entries(GEM_OF_TAG).filter(([, gem]) => Object.hasOwn(BUILTINS, gem));
  expect(known.map(([tag, gem]) => `${tag}: ${gem}`).toSorted()).toEqual(tags.toSorted());
});

test('names of methods of every object are no known tags', () => {
  expect(hintForTag('constructor')).toBeUndefined();
});
