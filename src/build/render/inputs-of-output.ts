import type { InputNames } from '../../regenerator/reads.ts';
import type { BuildState } from './regeneration.ts';

interface Question {
  /** The path of a source file, or of an output relative to the destination. */
  readonly path: string;
  readonly destination: string;
  readonly names: InputNames;
}

/** The names of the inputs that an output was made from, sorted; undefined if there is no output for that path. */
export function inputsOfOutput(
  { record, destinations }: BuildState,
  { path, destination, names }: Question,
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

/** The names of the outputs that were made from any of these inputs, in the order in which they were rendered. */
export function outputsOfInputs(
  { record }: BuildState,
  inputs: readonly string[],
  names: InputNames,
): readonly string[] {
  const ids = inputs.map((input) => names.known(input)).filter((id) => id !== undefined);
  return [...record.outputs].filter(([, read]) => ids.some((id) => read.includes(id))).map(([name]) => name);
}
