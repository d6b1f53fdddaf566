import { UttersonError } from '../errors.ts';
import type { Conversion, Converter } from './converter.ts';
import { byPriority } from './priority.ts';

/** The converters for one extension, in the order in which they run. */
export interface ConverterChain {
  readonly converters: readonly Converter[];
  /** The output's extension, with its dot. */
  readonly outputExtension: string;
  readonly highlighterPrefix: string | null;
  readonly highlighterSuffix: string | null;
}

/** Leaves text as it is. It matches every extension, so it always runs last, as in Jekyll. */
const IDENTITY: Converter = {
  name: 'Identity',
  priority: 'lowest',
  matches: () => true,
  outputExtension: (extension) => extension,
  convert: (content) => content,
};

/** All converters of a site, by extension. */
export class ConverterChains {
  readonly #all: readonly Converter[];
  /** Without those that others replace. */
  readonly #converters: readonly Converter[];
  readonly #chains = new Map<string, ConverterChain>();

  constructor(converters: readonly Converter[]) {
    this.#all = converters;
    this.#converters = byPriority([...withReplacements(converters), IDENTITY]);
  }

  for(extension: string): ConverterChain {
    const known = this.#chains.get(extension);
    if (known !== undefined) return known;
    const chain = this.#makeChain(extension);
    this.#chains.set(extension, chain);
    return chain;
  }

  /** The converter of this name or the one in its place, whatever extensions it takes. */
  named(name: string): Converter | undefined {
    return this.#converters.find((converter) => (converter.replaces ?? converter.name) === name);
  }

  /** The converter of this name, even if another one runs in its place. */
  original(name: string): Converter | undefined {
    return this.#all.find((converter) => converter.name === name);
  }

  /** Runs all converters for an extension, each on the output of the one before. */
  convert(extension: string, content: string, conversion: Conversion): string {
    let output = content;
    for (const converter of this.for(extension).converters) output = runConverter(converter, output, conversion);
    return output;
  }

  #makeChain(extension: string): ConverterChain {
    const converters = this.#converters.filter((converter) => converter.matches(extension));
    const extensions = converters.flatMap((converter) => converter.outputExtension(extension) ?? []);
    // As in Jekyll the last but one decides: the last is Identity, which returns the extension it was given.
    const outputExtension = extensions.length === 1 ? extensions[0] : extensions.at(-2);
    return {
      converters,
      outputExtension: outputExtension ?? extension,
      highlighterPrefix: converters[0]?.highlighterPrefix ?? null,
      highlighterSuffix: converters[0]?.highlighterSuffix ?? null,
    };
  }
}

/** Puts converters that replace another one in its place. Of several the last one counts. */
function withReplacements(converters: readonly Converter[]): Converter[] {
  const replacing = new Map(converters.flatMap((one) => (one.replaces === undefined ? [] : [[one.replaces, one]])));
  if (replacing.size === 0) return [...converters];
  return converters.flatMap((one) => (one.replaces === undefined ? (replacing.get(one.name) ?? one) : []));
}

/**
 * Runs one converter.
 *
 * @throws {UttersonError} `InvalidPlugin` if it returns anything but text, as an `async` one does
 */
export function runConverter(converter: Converter, content: string, conversion: Conversion): string {
  const output: unknown = converter.convert(content, conversion);
  if (typeof output === 'string') return output;
  const [kind, hint] =
    output instanceof Promise
      ? ['a Promise', 'Converters must not be `async`, as rendering does not wait: do the waiting in a generator.']
      : [output === null ? 'null' : typeof output, '`convert` must return the converted text.'];
  throw new UttersonError('InvalidPlugin', `The converter ${converter.name} returned ${kind} instead of a string`, {
    hint,
  });
}
