import {
  type Context,
  definePlugin,
  type FilterFunction,
  inspect,
  isNil,
  type Plugin,
  SITE,
  UttersonError,
} from '../../../plugin/plugin.ts';

/** In what the versions of the file differ. */
interface Version {
  /** Whether an input that is no hash stays as it is. */
  readonly ignoresOthers: boolean;
  readonly hasKeys: boolean;
}

/** What a page changes besides its own parameters shows in the pages after it, so none of them can be kept. */
function noteChange(hash: unknown, context: Context): void {
  if (context.find('include') !== hash) context.register(SITE).noteRead('leftover');
}

/** Like the Ruby file it changes the hash itself: `$VALUE` in a default stands for the value, and a missing one is added. */
function addDefaults({ ignoresOthers }: Version): FilterFunction {
  return (input, [defaults], context) => {
    if (!(defaults instanceof Map)) return input;
    if (!(input instanceof Map)) {
      if (ignoresOthers) return input;
      throw new UttersonError('TypeError', `hash_default: its input is ${inspect(input ?? null)} instead of a hash.`, {
        hint: 'Is there such an entry in the data? {{ … | inspect }} shows what the filter is given.',
      });
    }
    noteChange(input, context);
    for (const [key, value] of defaults) {
      const own = input.get(key);
      if (typeof value !== 'string' || !value.includes('$VALUE')) {
        if (isNil(own)) input.set(key, value);
      } else if (typeof own === 'string')
        input.set(
          key,
          value.replace('$VALUE', () => own),
        );
    }
    return input;
  };
}

function pluginOf(version: Version): Plugin {
  return definePlugin({
    name: 'hash.rb',
    readsAreRecorded: true,
    filters: {
      hash_default: { required: 1, apply: addDefaults(version) },
      ...(version.hasKeys && { hash_keys: { apply: (input) => (input instanceof Map ? [...input.keys()] : []) } }),
    },
  });
}

/** `hash.rb` of the Lab Website Template. */
export const hashFilters = pluginOf({ ignoresOthers: false, hasKeys: false });
export const hashFiltersOf2023 = pluginOf({ ignoresOthers: true, hasKeys: false });
export const hashFiltersOfMarch2023 = pluginOf({ ignoresOthers: true, hasKeys: true });
