import type { InputNames } from '../regenerator/reads.ts';
import type { KeptState } from './regeneration.ts';

interface Asked {
  /** Of a source file, or of an output in the destination. */
  readonly path: string;
  readonly destination: string;
  readonly names: InputNames;
}

/** The inputs that an output was made from, by name; undefined where no output is of that path. */
export function inputsOfOutput(
  { record, destinations }: KeptState,
  { path, destination, names }: Asked,
): readonly string[] | undefined {
  const output = `${destination}/${path.replace(/^\//, '')}`;
  for (const [name, place] of destinations) {
    const read = record.outputs.get(name);
    if (read !== undefined && (place === output || name === path || name.startsWith(`${path}>`))) {
      return [...read].map((id) => names.name(id)).sort();
    }
  }
  return undefined;
}
