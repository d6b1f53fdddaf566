import { type Colors, createColors } from './colors.ts';

/** How important a message is. A log prints those of its own level and above. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

const RANKS: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 };
const TOPIC_WIDTH = 20;

/** Where a log writes its lines, each with its line break. */
export interface LogSink {
  out(text: string): void;
  err(text: string): void;
}

/** `level` is the lowest level that is shown, by default `info`; colours are off by default. */
interface LogOptions {
  readonly level?: LogLevel;
  readonly colors?: boolean;
}

/** A message of a log, without colours. */
export interface LogMessage {
  readonly level: LogLevel;
  readonly text: string;
}

/** Whether a word names a level of the log. */
export function isLogLevel(word: string): word is LogLevel {
  return Object.hasOwn(RANKS, word);
}

/**
 * A log in Jekyll's format: a topic right-aligned in 20 columns, then the message on one line. Warnings and errors go to
 * the error stream. Each site has its own log.
 *
 * @example
 * const log = new Log({ out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) });
 * log.info('Source:', '/site') // '            Source: /site\n'
 */
export class Log {
  level: LogLevel;
  /** All messages, oldest first; warnings and errors are kept even if the level hides them. */
  readonly messages: LogMessage[] = [];
  readonly #sink: LogSink;
  readonly #colors: Colors;

  constructor(sink: LogSink, options: LogOptions = {}) {
    this.#sink = sink;
    this.level = options.level ?? 'info';
    this.#colors = createColors(options.colors ?? false);
  }

  debug(topic: string, message = ''): void {
    this.#write('debug', topic, message);
  }

  info(topic: string, message = ''): void {
    this.#write('info', topic, message);
  }

  /** @param more further lines of the same warning */
  warn(topic: string, message = '', more: readonly string[] = []): void {
    this.#write('warn', topic, message, more);
  }

  error(topic: string, message = ''): void {
    this.#write('error', topic, message);
  }

  #write(level: LogLevel, topic: string, message: string, more: readonly string[] = []): void {
    if (!this.#isShown(level) && !this.#isKept(level)) return;
    const lines = [`${topic} `.padStart(TOPIC_WIDTH) + toLine(message)];
    for (const line of more) lines.push(' '.repeat(TOPIC_WIDTH) + toLine(line));
    this.repeat({ level, text: lines.join('\n') });
  }

  #isShown(level: LogLevel): boolean {
    return RANKS[level] >= RANKS[this.level];
  }

  #isKept(level: LogLevel): boolean {
    return RANKS[level] >= RANKS.warn;
  }

  /** Logs a message that another log has composed, perhaps in another process. */
  repeat(message: LogMessage): void {
    const { level, text } = message;
    if (this.#isShown(level) || this.#isKept(level)) this.messages.push(message);
    if (!this.#isShown(level)) return;
    if (level === 'error') this.#sink.err(`${this.#colors.red(text)}\n`);
    else if (level === 'warn') this.#sink.err(`${this.#colors.yellow(text)}\n`);
    else this.#sink.out(`${text}\n`);
  }
}

/** Like Jekyll's log, squeezes white space, so that a message is on one line. */
const toLine = (text: string): string => text.replace(/\s+/g, ' ');

/** A log that prints nothing but keeps its messages. */
export function silentLog(level: LogLevel = 'debug'): Log {
  return new Log({ out: () => {}, err: () => {} }, { level });
}
