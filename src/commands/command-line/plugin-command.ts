import type { Builder } from '../../build/builder.ts';
import { createBuilder } from '../../build/create-builder.ts';
import { loadConfig } from '../../config/load-config.ts';
import { Log } from '../../util/program/log.ts';
import { clarifyError } from '../errors/clarify-error.ts';
import type { Terminal } from './command.ts';

/** A command that a plugin of the site adds, ready to be run. */
export interface AddedCommand {
  readonly name: string;
  readonly description: string;
  /** Runs it with all words after its name, including flags. */
  readonly run: (words: readonly string[]) => Promise<void>;
}

/**
 * The commands that plugins add to the site in the current folder. Warnings from loading the site are held back until one of
 * the commands is run: somebody who has only mistyped a name need not read them.
 *
 * @throws {UttersonError} if the site's configuration or one of its plugins cannot be read
 */
export async function findPluginCommands(terminal: Terminal): Promise<readonly AddedCommand[]> {
  const heldBack: string[] = [];
  const sink = {
    out: terminal.out,
    err: (text: string): void => {
      heldBack.push(text);
    },
  };
  const log = new Log(sink, { level: 'warn', colors: terminal.colors });
  const builder = await openSite(terminal, log);
  return builder.commands.map((command) => ({
    name: command.name,
    description: command.description,
    run: async (words) => {
      sink.err = terminal.err;
      for (const text of heldBack) terminal.err(text);
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
