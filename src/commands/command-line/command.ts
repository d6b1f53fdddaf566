import type { LastBuild } from '../../build/record/last-build.ts';
import type { Flag } from './flag.ts';

/** Where a command prints, and what it knows about its environment. Passed in, so that a test can be the terminal. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether somebody is watching, so that progress is worth showing. */
  readonly isInteractive: boolean;
  /** Shared with the thread that draws the progress line: its element is 1 while the line is shown, and printing erases it first. */
  readonly progressLine?: Int32Array;
  readonly colors: boolean;
  /** How wide the terminal is, if it is one: text is wrapped to fit. */
  readonly columns?: number | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder the command was started in. */
  readonly folder: string;
}

/** One call of a command. */
export interface Invocation {
  /** The words after the command that are not flags. */
  readonly words: readonly string[];
  /** The flags that were given, by the configuration key they set. */
  readonly flags: ReadonlyMap<string, unknown>;
  /** Whether errors show their stack (`--trace`). */
  readonly trace: boolean;
  readonly terminal: Terminal;
  /** The whole command line, if the command was called from one. */
  readonly commandLine?: readonly string[];
  /** The last build of the same call, if it was loaded already. */
  readonly last?: LastBuild;
}

/** Runs a command and resolves to its exit status. */
export type RunCommand = (invocation: Invocation) => Promise<number>;

/** A command as the help shows it; its code is loaded only when it is called. */
export interface Command {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** What may follow the name, as the help writes it. */
  readonly usage: string;
  readonly description: string;
  readonly flags: readonly Flag[];
  readonly load: () => Promise<RunCommand>;
}
