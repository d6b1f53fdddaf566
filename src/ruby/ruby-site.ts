import { UttersonError } from '../errors.ts';
import type { BlockBody } from '../liquid/block-body.ts';
import type { Context } from '../liquid/context.ts';
import { Drop } from '../liquid/drop.ts';
import type { FilterDefinition } from '../liquid/filter.ts';
import type { Liquid } from '../liquid/liquid.ts';
import type { PluginTools } from '../plugin/plugin-tools.ts';
import { SITE, TOOLS } from '../plugin/registers.ts';
import type { HookVariables } from '../site/hooks.ts';
import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import type { StaticFile } from '../site/static-file.ts';
import type { ReadTree } from '../util/files/tree.ts';
import type { Log } from '../util/program/log.ts';
import type { TimeZone } from '../util/time/time-zone.ts';
import { ANSWERS, type Answering, type RubyHtml } from './ruby-answers.ts';
import { rubyError } from './ruby-error.ts';
import type { RubyConversion } from './ruby-kramdown.ts';
import { type Message, RubyMachine } from './ruby-machine.ts';
import { kindOf } from './ruby-objects.ts';
import { toRubyPath } from './ruby-path.ts';
import { RubyTags } from './ruby-tags.ts';
import { type Numbers, type Packed, pack, unpack } from './ruby-values.ts';
import type { RubyWorkspace } from './ruby-workspace.ts';

/** Where Ruby code runs. */
interface RubySiteOptions {
  readonly source: string;
  readonly tree: ReadTree;
  readonly workspace: RubyWorkspace;
  readonly log: Log;
  readonly environment: string;
  /** The filters that Ruby code may call, and may give the names of to its own. */
  readonly filters: ReadonlyMap<string, FilterDefinition>;
  readonly html: RubyHtml;
  /** The gems that are built in: Ruby code may load them, which does nothing. */
  readonly gems: readonly string[];
  /** The zone of the site, whose time is the local one of Ruby code. */
  readonly zone: TimeZone;
}

/**
 * A site's Ruby code: does jobs for the build, and answers what they ask about the site.
 *
 * The objects that Ruby code knows have numbers. They are forgotten when another build begins, which has others.
 */
export class RubySite implements Answering, Numbers {
  readonly log: Log;
  readonly environment: string;
  readonly tags = new RubyTags();
  readonly conversions = new Map<number, RubyConversion>();
  readonly #machine: RubyMachine;
  readonly #options: RubySiteOptions;
  #site: Site | undefined;
  #tools: PluginTools | undefined;
  #isFresh = true;
  #objects = new Map<number, object>();
  #numbers = new Map<object, number>();
  #count = 0;
  /** Contexts of the renders in progress. */
  readonly #contexts = new Map<number, Context>();
  readonly #contextNumbers = new WeakMap<Context, number>();
  #contextCount = 0;
  #rubyDrops = new Map<number, RubyDrop>();
  #variables: HookVariables | undefined;
  /** How many jobs wait for others. */
  #depth = 0;
  /** The error that a question of Ruby code ended with. */
  #failure: unknown;

  private constructor(machine: RubyMachine, options: RubySiteOptions) {
    this.#machine = machine;
    this.#options = options;
    this.log = options.log;
    this.environment = options.environment;
  }

  /** @param file the interpreter's file, from `findRuby` */
  static async start(file: string, options: RubySiteOptions): Promise<RubySite> {
    const { workspace, source, log, filters, gems, environment, zone } = options;
    const machine = await RubyMachine.start(file, { workspace, print: (line) => log.info('', line) });
    const made = new RubySite(machine, options);
    made.do('enter', toRubyPath(source), [...filters.keys()], gems, environment, zone.isUtc ? null : zone.name);
    return made;
  }

  get source(): string {
    return this.#options.source;
  }

  get html(): RubyHtml {
    return this.#options.html;
  }

  get zone(): TimeZone {
    return this.#options.zone;
  }

  get ownFilters(): ReadonlyMap<string, FilterDefinition> {
    return this.#options.filters;
  }

  get workspace(): RubyWorkspace {
    return this.#options.workspace;
  }

  get site(): Site {
    if (this.#site === undefined) throw notYet('the site');
    return this.#site;
  }

  get tools(): PluginTools {
    if (this.#tools === undefined) throw notYet('converters and filters');
    return this.#tools;
  }

  get variables(): HookVariables {
    if (this.#variables === undefined) {
      throw new UttersonError(
        'RubyUnsupported',
        'The payload can be changed before a page or document is rendered only.',
      );
    }
    return this.#variables;
  }

  /** To be called whenever the build calls a plugin: the site may be that of another build. */
  isIn(site: Site, tools: PluginTools | undefined): this {
    if (site !== this.#site) {
      this.#site = site;
      this.#isFresh = true;
      this.workspace.beginBuild(site);
      this.#objects = new Map([[0, site]]);
      this.#numbers = new Map([[site, 0]]);
      this.#rubyDrops = new Map();
    }
    this.#tools = tools ?? this.#tools;
    return this;
  }

  /** Runs an action that Ruby code takes part in while a template is rendered. */
  within<T>(context: Context, action: (context: number) => T): T {
    this.isIn(context.register(SITE), context.registerIfGiven(TOOLS));
    const known = this.#contextNumbers.get(context);
    const number = known ?? ++this.#contextCount;
    if (known === undefined) this.#contextNumbers.set(context, number);
    if (this.#contexts.has(number)) return action(number);
    this.#contexts.set(number, context);
    try {
      return action(number);
    } finally {
      this.#contexts.delete(number);
    }
  }

  /**
   * Does a job, and returns its result.
   *
   * @throws {UttersonError} `RubyError` for an exception, `RubyUnsupported` for what Ruby code cannot do here
   */
  do(job: string, ...args: unknown[]): unknown {
    const gone = this.tags.takeGone();
    if (gone.length > 0) this.#run('free_tags', [gone]);
    return this.#run(job, args);
  }

  /** The same, for a job that may change variables of the render it is in. */
  doWith(variables: HookVariables | undefined, job: string, ...args: unknown[]): unknown {
    const outer = this.#variables;
    this.#variables = variables;
    try {
      return this.do(job, ...args);
    } finally {
      this.#variables = outer;
    }
  }

  place(job: 'write_page' | 'write_file', item: Page | StaticFile): void {
    this.workspace.beginWriting();
    this.do(job, item);
  }

  #run(job: string, args: readonly unknown[]): unknown {
    this.#depth++;
    try {
      return this.#runWithin(job, args);
    } finally {
      this.#depth--;
      if (this.#depth === 0) this.html.clear();
    }
  }

  #runWithin(job: string, args: readonly unknown[]): unknown {
    const fresh = this.#isFresh;
    this.#isFresh = false;
    let answer = this.#machine.send('start', { do: job, args: pack(args, this), fresh });
    while ('ask' in answer) answer = this.#machine.send('resume', { ...this.#answer(answer), job: answer['job'] });
    if ('error' in answer) throw this.#failed(answer['error'] as Message);
    return unpack(answer['value'] as Packed, this);
  }

  #answer({ ask, args }: Message): Message {
    try {
      const answer = ANSWERS[String(ask)];
      if (answer === undefined) throw new TypeError(`Unknown question: ${ask}`);
      return { value: pack(answer(this, unpack(args as Packed, this) as never), this) };
    } catch (error) {
      this.#failure = error;
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }

  #failed(error: Message): unknown {
    // What failed was this program's part, which has said more about it.
    if (error['host'] === true && this.#failure !== undefined) return this.#failure;
    return rubyError(error, this.#options);
  }

  bodyAt(number: number): BlockBody {
    return found(this.tags.body(number), 'body');
  }

  contextAt(number: number): Context {
    return found(this.#contexts.get(number), 'render');
  }

  at(number: number): object {
    return found(this.#objects.get(number), 'object');
  }

  nounOf(value: object): readonly [kind: string, number: number] | undefined {
    const kind = kindOf(value);
    return kind === undefined ? undefined : [kind, this.numberOf(value)];
  }

  numberOf(value: object): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    this.#numbers.set(value, ++this.#count);
    this.#objects.set(this.#count, value);
    return this.#count;
  }

  rubyDrop(number: number, className: string): RubyDrop {
    const known = this.#rubyDrops.get(number);
    if (known !== undefined) return known;
    const drop = new RubyDrop(className, (key) => this.do('read_drop', number, key));
    this.#rubyDrops.set(number, drop);
    return drop;
  }
}

/** A drop of Ruby code. */
class RubyDrop extends Drop {
  readonly #className: string;
  readonly #read: (key: unknown) => unknown;

  constructor(className: string, read: (key: unknown) => unknown) {
    super();
    this.#className = className;
    this.#read = read;
  }

  override get rubyClass(): string {
    return this.#className;
  }

  get(key: unknown): unknown {
    return this.#read(key);
  }
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new TypeError(`Ruby code kept a ${what} beyond its end.`);
  return value;
}

const notYet = (what: string): UttersonError =>
  new UttersonError('RubyUnsupported', `Ruby code asks for ${what} before there is any.`);

/** All filters that there are before the Ruby files. */
export function ownFilters(liquid: Liquid): ReadonlyMap<string, FilterDefinition> {
  const filters = new Map<string, FilterDefinition>();
  for (const name of Object.keys(liquid.filters)) {
    const filter = liquid.findFilter(name);
    if (filter !== undefined) filters.set(name, filter);
  }
  return filters;
}
