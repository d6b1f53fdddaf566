import {
  definePlugin,
  inspect,
  isTruthy,
  type Plugin,
  type PluginFilter,
  strip,
  toText,
  UttersonError,
} from '../../../plugin/plugin.ts';
import { rubyPattern } from '../../shared/ruby-pattern.ts';
import { replaceAll } from '../../shared/ruby-replace.ts';

function requireText(value: unknown, filter: string): string {
  if (typeof value === 'string') return value;
  throw new UttersonError('TypeError', `${filter}: ${inspect(value ?? null)} is no text.`, {
    hint: `Give it a text: {{ page.title | default: "" | ${filter} }}.`,
  });
}

/**
 * What a pattern finds: its groups, or whole matches if it has none.
 *
 * @param isMultiline whether a dot matches a line break too
 */
export function scan(text: string, pattern: string, isMultiline: boolean): (string | null)[] {
  return [...text.matchAll(rubyPattern((isMultiline ? '(?m)' : '') + pattern))].flatMap(([match, ...groups]) =>
    groups.length === 0 ? [match] : groups.map((group) => group ?? null),
  );
}

const scanFor = (input: unknown, pattern: unknown, isMultiline: unknown, wantsAll: unknown): unknown => {
  const found = scan(requireText(input, 'regex_scan'), toText(pattern), isTruthy(isMultiline));
  return isTruthy(wantsAll) ? found : (found[0] ?? null);
};

const REPLACE: PluginFilter = {
  required: 2,
  apply: (input, [pattern, replacement]) =>
    replaceAll(
      requireText(input, 'regex_replace'),
      rubyPattern(`(?m)${toText(pattern)}`),
      requireText(replacement, 'regex_replace'),
    ),
};

const SCAN: PluginFilter = {
  required: 1,
  optional: 2,
  apply: (input, [pattern, isMultiline, wantsAll]) => scanFor(input, pattern, isMultiline, wantsAll),
};

const SPACES = /[ \t\r\n\f\v]+/g;

const pluginOf = (filters: Readonly<Record<string, PluginFilter>>): Plugin =>
  definePlugin({ name: 'regex.rb', readsAreRecorded: true, filters: { regex_replace: REPLACE, ...filters } });

/** `regex.rb` of the Lab Website Template. */
export const regexFilters = pluginOf({
  regex_scan: SCAN,
  regex_strip: {
    apply: (input) =>
      strip(
        requireText(input, 'regex_strip')
          .replace(/[^\p{L}\p{N}.,;:-]/gu, ' ')
          .replace(SPACES, ' '),
      ),
  },
});
export const regexFiltersOf2023 = pluginOf({
  regex_scan: SCAN,
  regex_strip: { apply: (input) => requireText(input, 'regex_strip').replace(/[^\p{L}\p{N}]/gu, ' ') },
});
export const regexFiltersOfMarch2023 = pluginOf({
  regex_scan: {
    required: 1,
    optional: 1,
    apply: (input, [pattern, wantsAll]) => scanFor(input, pattern, false, wantsAll),
  },
});
