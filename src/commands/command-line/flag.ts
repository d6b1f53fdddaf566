import { type FlagScope, FURTHER_OPTIONS, OPTIONS, type Option } from '../../config/options.ts';

/** What a flag takes: nothing (`switch`), text, a comma-separated list, or a number. */
type FlagKind = 'switch' | 'text' | 'list' | 'integer' | 'number';

/** A flag of the command line, and the configuration key it sets. */
export interface Flag {
  /** The configuration key, as in `_config.yml`. */
  readonly key: string;
  readonly short?: string;
  readonly long: string;
  readonly kind: FlagKind;
  /** The placeholder for the value in the help, as Jekyll writes it; in brackets if the value may be left out. */
  readonly value?: string;
  /** Whether there is a `--no-…` form. */
  readonly isNegatable?: boolean;
  readonly description: string;
}

/** The flags of the options with one of these scopes, in the order of the table of options. */
export function flagsFor(...scopes: readonly FlagScope[]): readonly Flag[] {
  const options = [...OPTIONS, ...FURTHER_OPTIONS];
  return options.flatMap((option) => {
    const isInScope = option.scope !== undefined && scopes.includes(option.scope);
    return isInScope && option.flag !== undefined ? [parseFlag(option, option.flag)] : [];
  });
}

/** Parses a flag as the help writes it: `-w, --[no-]watch`, `--limit_posts MAX_POSTS`. */
function parseFlag(option: Option, written: string): Flag {
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
