import { readFileSync } from 'node:fs';
import { packageFile } from '../util/package-file.ts';

/** The script that open pages run, as `npm run compile` bundles it from `client/`. */
export function readClientScript(): string {
  return readFileSync(packageFile('dist', 'live-reload-client.js'), 'utf8');
}
