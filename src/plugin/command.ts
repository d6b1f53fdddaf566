import type { Site } from '../site/site.ts';

/** What a plugin's command is given. */
export interface CommandOptions {
  /** The arguments after the command's name. */
  readonly words: readonly string[];
  /** Reads the site in the current folder and runs its generators. */
  readSite(): Promise<Site>;
}

/** A command that a plugin adds: `utterson NAME`. */
export interface PluginCommand {
  readonly name: string;
  readonly description: string;
  run(options: CommandOptions): void | Promise<void>;
}
