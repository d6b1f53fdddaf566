import type { LastBuild } from '../build/last-build.ts';
import type { Flag } from './flag.ts';

/** Where a command talks to, and what it knows of its surroundings. Handed in, so that a test can be the terminal. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether somebody looks: progress is shown only then. */
  readonly isInteractive: boolean;
  readonly colors: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder the command was started in. */
  readonly folder: string;
}

/** One call of a command. */
export interface Invocation {
  /** What stands behind the command and is no flag. */
  readonly words: readonly string[];
  /** The flags that were given, by the configuration's keys. */
  readonly flags: ReadonlyMap<string, unknown>;
  /** Whether errors show where in the program they were noticed (`--trace`). */
  readonly trace: boolean;
  readonly terminal: Terminal;
  /** All words of the command line, where there is one. */
  readonly commandLine?: readonly string[];
  /** The last build of the same call, where it was looked at already. */
  readonly last?: LastBuild;
}

/** Runs a command; the number is the exit status. */
export type RunCommand = (invocation: Invocation) => Promise<number>;

/** A command as the help shows it, loaded only when it is called. */
export interface Command {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** What may follow the name, as the help writes it. */
  readonly usage: string;
  readonly description: string;
  readonly flags: readonly Flag[];
  readonly load: () => Promise<RunCommand>;
}
