import { Drop } from '../../liquid/drop.ts';
import { JEKYLL_VERSION } from '../../util/jekyll-version.ts';

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
