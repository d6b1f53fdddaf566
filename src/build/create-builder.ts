import { UttersonError } from '../errors.ts';
import { checkOptions } from '../util/known-options.ts';
import { Log, silentLog } from '../util/program/log.ts';
import type { Builder } from './builder.ts';
import type { BuilderOptions } from './builder-options.ts';
import { prepareBuilder } from './prepare-builder.ts';
import { LastBuild } from './record/last-build.ts';
import { findSite } from './site-setup.ts';

const OPTION_NAMES = [
  'config',
  'log',
  'environment',
  'tree',
  'isIncremental',
  'buildsOnce',
  'usesWorkers',
  'folder',
  'plugins',
  'now',
] as const satisfies readonly (keyof BuilderOptions)[];

/**
 * Prepares a site for being built, once or repeatedly.
 *
 * @throws {UttersonError} for a missing source or theme, a bad setting, or a plugin that cannot be loaded
 *
 * @example
 * const builder = await createBuilder({ config: loadConfig() });
 * const { pages } = await builder.build();
 */
export async function createBuilder(given: BuilderOptions): Promise<Builder> {
  checkOptions('createBuilder', given, OPTION_NAMES);
  checkKinds(given);
  const options = { ...given, log: given.log ?? silentLog() };
  const setup = findSite(options);
  const last = setup.cache === null ? undefined : LastBuild.find(setup.cache);
  return prepareBuilder(options, { setup, last });
}

/** Checks what programs in JavaScript, which no compiler checks, are likely to get wrong. */
function checkKinds({ config, log, plugins }: { readonly [key in keyof BuilderOptions]: unknown }): void {
  if (!(config instanceof Map)) {
    throw new UttersonError('MissingConfiguration', 'createBuilder needs the option `config`.', {
      hint: 'It is what loadConfig returns: createBuilder({ config: loadConfig({ overrides: { … } }) }).',
    });
  }
  if (log !== undefined && !(log instanceof Log)) {
    const hint =
      'For example: new Log({ out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) })';
    throw new UttersonError('InvalidOption', 'The option `log` has to be a `Log`.', { hint });
  }
  if (plugins !== undefined && !Array.isArray(plugins)) {
    throw new UttersonError('InvalidOption', 'The option `plugins` has to be a list of plugins.', {
      hint: "For example: plugins: [definePlugin({ name: 'mine', filters: { … } })]",
    });
  }
}
