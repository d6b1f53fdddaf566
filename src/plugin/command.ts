import type { Site } from '../site/site.ts';

/** What a plugin's command gets. */
export interface CommandOptions {
  /** What stands after the command's name. */
  readonly words: readonly string[];
  /** Reads the site of the current folder, with its generators run. */
  readSite(): Promise<Site>;
}

/** A command of a plugin: `utterson NAME`. */
export interface PluginCommand {
  readonly name: string;
  readonly description: string;
  run(options: CommandOptions): void | Promise<void>;
}
