import type { FlagScope, Option } from '../config/options.ts';
import { FURTHER_OPTIONS, OPTIONS } from '../config/options.ts';

/** What a flag takes: nothing, a text, several texts with commas between them, or a number. */
export type FlagKind = 'switch' | 'text' | 'list' | 'integer' | 'number';

/** A flag of the command line, and the configuration key it sets. */
export interface Flag {
  /** The key of the configuration, as in `_config.yml`. */
  readonly key: string;
  readonly short?: string;
  readonly long: string;
  readonly kind: FlagKind;
  /** What stands for the value in the help, in Jekyll's words; in brackets where it may be left out. */
  readonly value?: string;
  /** Whether `--no-…` says the opposite. */
  readonly isNegatable: boolean;
  readonly description: string;
}

/** The flags that options of a scope have, in the order of the table of options. */
export function flagsFor(...scopes: readonly FlagScope[]): readonly Flag[] {
  const options = [...OPTIONS, ...FURTHER_OPTIONS];
  return options.flatMap((option) => {
    const isAsked = option.scope !== undefined && scopes.includes(option.scope);
    return isAsked && option.flag !== undefined ? [readFlag(option, option.flag)] : [];
  });
}

/** `-w, --[no-]watch` and `--limit_posts MAX_POSTS` as the help writes them, taken apart. */
function readFlag(option: Option, written: string): Flag {
  const [, short, negation, name = '', value] = /^(?:(-\w), )?--(\[no-\])?([\w-]+)(?: (.+))?$/.exec(written) ?? [];
  return {
    key: option.name,
    ...(short !== undefined && { short }),
    long: `--${name}`,
    kind: kindOf(option, value),
    ...(value !== undefined && { value }),
    isNegatable: negation !== undefined,
    description: option.sentence,
  };
}

function kindOf(option: Option, value: string | undefined): FlagKind {
  if (value === undefined) return 'switch';
  if (value.includes(',')) return 'list';
  if (option.kind !== 'number') return 'text';
  return value.includes('SECONDS') ? 'number' : 'integer';
}
