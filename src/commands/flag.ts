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
  readonly negatable?: boolean;
  readonly description: string;
}
