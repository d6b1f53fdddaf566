import { Drop } from '../../liquid/drop.ts';
import { asHash } from '../../site/hash.ts';
import type { Theme } from '../../site/theme.ts';
import { hasKey } from './drop-keys.ts';
import { valueOrEnumerable } from './enumerable.ts';

const NOTHING = asHash(null);
const KEYS = ['metadata', 'dependencies', 'root', 'version', 'authors', 'description'] as const;

/** What a template sees as `theme`. */
export class ThemeDrop extends Drop {
  readonly #theme: Theme;
  readonly #environment: string | null;

  /** @param environment the value of `JEKYLL_ENV`, or null if it is not set */
  constructor(theme: Theme, environment: string | null) {
    super();
    this.#theme = theme;
    this.#environment = environment;
  }

  override get rubyClass(): string {
    return 'Jekyll::Drops::ThemeDrop';
  }

  get(key: unknown): unknown {
    const { specification, root } = this.#theme;
    switch (key) {
      case 'metadata':
        return specification.metadata;
      case 'dependencies':
        return specification.dependencies;
      case 'root':
        return this.#environment === 'development' ? root : '';
      case 'version':
        return specification.version;
      case 'authors':
        return specification.authors.join(', ');
      case 'description':
        return specification.description;
      default:
        return valueOrEnumerable(this, NOTHING, key);
    }
  }

  override has(key: unknown): boolean {
    return hasKey(KEYS, NOTHING, key);
  }

  override keys(): readonly string[] {
    return KEYS;
  }
}
