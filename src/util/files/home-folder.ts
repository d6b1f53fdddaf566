import { homedir } from 'node:os';
import { withSlashes } from './paths.ts';

/** The home folder of whoever runs the program: what the environment says, or else what the system knows. */
export function homeFolder(environment: Readonly<Record<string, string | undefined>>): string {
  return withSlashes(environment['HOME'] || homedir());
}
