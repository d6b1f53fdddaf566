import type { Builder } from '../build/builder.ts';
import { createBuilder } from '../build/create-builder.ts';
import { loadConfig } from '../config/load-config.ts';
import { Log } from '../util/log.ts';
import { clarifyError } from './clarify-error.ts';
import type { Terminal } from './command.ts';

/** A command that a plugin of the site brings, ready to be run. */
export interface BroughtCommand {
  readonly name: string;
  readonly description: string;
  /** Runs it; all words after its name are its own, flags too. */
  readonly run: (words: readonly string[]) => Promise<void>;
}

/**
 * The commands that plugins of the site in the current folder bring. What was warned of on the way is said when one is run:
 * who has only mistyped a name need not read it.
 *
 * @throws UttersonError where the site's configuration or one of its plugins cannot be read
 */
export async function findPluginCommands(terminal: Terminal): Promise<readonly BroughtCommand[]> {
  const held: string[] = [];
  const hold = (text: string): void => {
    held.push(text);
  };
  const say = { out: terminal.out, err: hold };
  const log = new Log(say, { level: 'warn', colors: terminal.colors });
  const builder = await openSite(terminal, log);
  return builder.commands.map((command) => ({
    name: command.name,
    description: command.description,
    run: async (words) => {
      say.err = terminal.err;
      for (const text of held) terminal.err(text);
      try {
        await command.run({ words, readSite: () => builder.read() });
      } catch (error) {
        throw clarifyError(error, builder.source);
      }
    },
  }));
}

async function openSite({ environment, folder }: Terminal, log: Log): Promise<Builder> {
  try {
    const config = loadConfig({ log, overrides: { serving: false }, folder });
    return await createBuilder({ config, log, environment, folder });
  } catch (error) {
    throw clarifyError(error, folder);
  }
}
