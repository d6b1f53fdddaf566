import { readFileSync } from 'node:fs';
import { packageFile } from '../util/program/package-file.ts';

/** The script that open pages run, bundled from `client/` by `npm run compile`. */
export function readClientScript(): string {
  return readFileSync(packageFile('dist', 'live-reload-client.js'), 'utf8');
}
