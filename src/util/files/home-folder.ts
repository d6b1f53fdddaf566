import { homedir } from 'node:os';
import { withSlashes } from './paths.ts';

/**
 * The home folder of whoever runs the program: what the environment says, or else what the system knows. A user whom the system does not know,
 * as containers may have, has none.
 *
 * @param ask asks the system, which throws for an unknown user
 */
export function homeFolder(
  environment: Readonly<Record<string, string | undefined>>,
  ask: () => string = homedir,
): string | undefined {
  try {
    return withSlashes(environment['HOME'] || ask());
  } catch {
    return undefined;
  }
}
