import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The script that open pages run, as `npm run compile` bundles it from `client/`. */
export function readClientScript(): string {
  // The package finds itself by its own name, from the sources as from the bundle.
  const folder = dirname(createRequire(import.meta.url).resolve('utterson/package.json'));
  return readFileSync(join(folder, 'dist', 'live-reload-client.js'), 'utf8');
}
