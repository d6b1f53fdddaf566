import { asHash, deepMerge, type Hash, inspect, isNil, type ReadonlyHash, UttersonError } from '../../plugin/plugin.ts';

const SECTION = 'jekyll-spaceship';

/** Everything under `jekyll-spaceship:` in the configuration. */
export class SpaceshipSettings {
  /** Names without `-processor` and in lower case, in the order in which they are listed; undefined for all that there are. */
  readonly processors: readonly string[] | undefined;
  readonly #own: ReadonlyHash;

  constructor(config: ReadonlyHash) {
    const own = config.get(SECTION);
    if (!isNil(own) && !(own instanceof Map)) throw invalid(`${SECTION} must be a mapping, but is ${inspect(own)}.`);
    this.#own = asHash(own);
    const names = this.#own.get('processors') ?? undefined;
    if (names !== undefined && !Array.isArray(names))
      throw invalid(`processors must be a list, but is ${inspect(names)}.`);
    this.processors = names?.map((name) =>
      String(name)
        .replaceAll('-', '')
        .toLowerCase()
        .replace(/processor$/, ''),
    );
  }

  /** The settings of one processor, with its defaults. */
  section(processor: string, defaults: Hash): ReadonlyHash {
    const own = this.#own.get(`${processor}-processor`);
    if (isNil(own)) return defaults;
    if (!(own instanceof Map)) throw invalid(`${processor}-processor must be a mapping, but is ${inspect(own)}.`);
    return deepMerge(defaults, own);
  }
}

function invalid(message: string): UttersonError {
  return new UttersonError('InvalidConfiguration', `jekyll-spaceship: ${message}`, {
    hint: 'Write jekyll-spaceship: { processors: [table-processor], table-processor: { … } }, or leave it out for all processors.',
  });
}
