import { type Colors, createColors } from './colors.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

const RANKS: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 };
const TOPIC_WIDTH = 20;

/** Where the lines of a log go: each with its line break. */
export interface LogSink {
  out(text: string): void;
  err(text: string): void;
}

export interface LogOptions {
  readonly level?: LogLevel;
  readonly colors?: boolean;
}

/** A line of a log, without its colours. */
export interface LogMessage {
  readonly level: LogLevel;
  readonly text: string;
}

/** Whether a word names a level of the log. */
export function isLogLevel(word: string): word is LogLevel {
  return Object.hasOwn(RANKS, word);
}

/**
 * A log in Jekyll's form: a topic right-aligned to 20 columns, then the message on one line. Warnings and errors go to
 * the error stream. A log belongs to one site and is handed in.
 *
 * @example
 * const log = new Log({ out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) });
 * log.info('Source:', '/site') // '            Source: /site\n'
 */
export class Log {
  level: LogLevel;
  /** What was logged, without colours, oldest first; warnings and errors also where the level hides them. */
  readonly messages: LogMessage[] = [];
  private readonly sink: LogSink;
  private readonly colors: Colors;

  constructor(sink: LogSink, options: LogOptions = {}) {
    this.sink = sink;
    this.level = options.level ?? 'info';
    this.colors = createColors(options.colors ?? false);
  }

  debug(topic: string, message = ''): void {
    this.write('debug', topic, message);
  }

  info(topic: string, message = ''): void {
    this.write('info', topic, message);
  }

  warn(topic: string, message = ''): void {
    this.write('warn', topic, message);
  }

  error(topic: string, message = ''): void {
    this.write('error', topic, message);
  }

  private write(level: LogLevel, topic: string, message: string): void {
    if (!this.isShown(level) && !this.isKept(level)) return;
    this.repeat({ level, text: `${topic} `.padStart(TOPIC_WIDTH) + message.replace(/\s+/g, ' ') });
  }

  private isShown(level: LogLevel): boolean {
    return RANKS[level] >= RANKS[this.level];
  }

  private isKept(level: LogLevel): boolean {
    return RANKS[level] >= RANKS.warn;
  }

  /** Says what a log has said, in this process or another. */
  repeat(said: LogMessage): void {
    const { level, text } = said;
    if (this.isShown(level) || this.isKept(level)) this.messages.push(said);
    if (!this.isShown(level)) return;
    if (level === 'error') this.sink.err(`${this.colors.red(text)}\n`);
    else if (level === 'warn') this.sink.err(`${this.colors.yellow(text)}\n`);
    else this.sink.out(`${text}\n`);
  }
}

/** A log that prints nothing and only keeps its messages. */
export function silentLog(level: LogLevel = 'debug'): Log {
  return new Log({ out: () => {}, err: () => {} }, { level });
}
