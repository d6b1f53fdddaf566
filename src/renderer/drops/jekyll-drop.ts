import { Drop } from '../../liquid/drop.ts';

/** The version of Jekyll whose output is reproduced. */
const JEKYLL_VERSION = '4.4.1';

/** What a template sees as `jekyll`. */
export class JekyllDrop extends Drop {
  readonly #environment: string;

  constructor(environment: string) {
    super();
    this.#environment = environment;
  }

  override get rubyClass(): string {
    return 'Jekyll::Drops::JekyllDrop';
  }

  get(key: unknown): unknown {
    if (key === 'version') return JEKYLL_VERSION;
    return key === 'environment' ? this.#environment : null;
  }

  override keys(): readonly string[] {
    return ['version', 'environment'];
  }
}
