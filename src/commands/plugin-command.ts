import { createBuilder } from '../build/create-builder.ts';
import { loadConfig } from '../config/load-config.ts';
import { Log } from '../util/log.ts';
import { clarifyError } from './clarify-error.ts';
import type { Terminal } from './command.ts';

/**
 * Runs a command that a plugin of the site in the current folder brings. All words after its name are its own,
 * flags too.
 *
 * @returns whether there is such a command
 */
export async function runPluginCommand(name: string, words: readonly string[], terminal: Terminal): Promise<boolean> {
  const { environment, folder, colors } = terminal;
  const log = new Log(terminal, { level: 'warn', colors });
  const config = loadConfig({ log, overrides: { serving: false }, folder });
  const builder = await createBuilder({ config, log, environment, folder });
  const command = builder.commands.find((one) => one.name === name);
  try {
    await command?.run({ words, readSite: () => builder.read() });
  } catch (error) {
    throw clarifyError(error, builder.source);
  }
  return command !== undefined;
}
