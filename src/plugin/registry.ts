import { Liquid, type LiquidOptions } from '../liquid/liquid.ts';
import type { ReadonlyHash } from '../site/hash.ts';
import { Hooks } from '../site/hooks.ts';
import { checkEditions } from './check-plugin.ts';
import type { PluginCommand } from './command.ts';
import type { Converter, MarkdownProcessor } from './converter.ts';
import { ConverterChains } from './converter-chains.ts';
import type { Plugin, TagDefinition } from './define-plugin.ts';
import type { Edition } from './edition.ts';
import type { Generator } from './generator.ts';
import type { PluginHook } from './hook.ts';
import type { PluginTools } from './plugin-tools.ts';
import { byPriority } from './priority.ts';

/** Liquid's own tags that have an end tag. */
const STANDARD_BLOCKS = ['capture', 'case', 'comment', 'for', 'if', 'ifchanged', 'raw', 'tablerow', 'unless'];

/** Whether a plugin does more than take part in rendering. An item's `post_render` hook does not: it sees only that item's output. */
function changesSite({ generators = [], hooks = [] }: Plugin): boolean {
  const isRendering = ({ owner, event }: PluginHook): boolean =>
    owner !== 'site' && owner !== 'clean' && event === 'post_render';
  return generators.length > 0 || !hooks.every(isRendering);
}

interface RegistryOptions extends LiquidOptions {
  readonly lockedVersions?: ReadonlyMap<string, string>;
}

/** Everything that plugins have added to one site. Built-in plugins are added in the same way. */
export class Registry {
  readonly liquid: Liquid;
  readonly hooks = new Hooks();
  readonly commands: PluginCommand[] = [];
  readonly markdownProcessors = new Map<string, (config: ReadonlyHash) => MarkdownProcessor>();
  /** The versions of gems that Bundler has chosen. */
  readonly lockedVersions: ReadonlyMap<string, string>;
  /** The tools that hooks and generators are given; null until there is a renderer. */
  tools: PluginTools | null = null;

  readonly #names = new Set<string>();
  readonly #untracked: string[] = [];
  #mayKeepSite = true;
  readonly #blocks = new Set(STANDARD_BLOCKS);
  readonly #converters: Converter[] = [];
  readonly #generators: Generator[] = [];
  #listEditions: Plugin['editions'];
  #chains: ConverterChains | undefined;

  constructor({ lockedVersions = new Map(), ...options }: RegistryOptions) {
    this.liquid = new Liquid(options);
    this.lockedVersions = lockedVersions;
  }

  /** Whether a plugin of this name is in use. */
  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** Whether everything that pages read is recorded, so that pages whose inputs have not changed may be kept. */
  get isTracked(): boolean {
    return this.#untracked.length === 0;
  }

  /** The plugins because of which that is not so. */
  get untracked(): readonly string[] {
    return this.#untracked;
  }

  /** Whether a site that has been read and generated may be reused after a change that touches only texts. */
  get mayKeepSite(): boolean {
    return this.isTracked && this.#mayKeepSite;
  }

  /** Adds everything that a plugin defines. A plugin whose name is taken is ignored. */
  add(plugin: Plugin): void {
    if (this.#names.has(plugin.name)) return;
    this.#names.add(plugin.name);
    if (plugin.readsAreRecorded !== true) this.#untracked.push(plugin.name);
    if (plugin.followsFrontMatter !== true && changesSite(plugin)) this.#mayKeepSite = false;
    if (this.liquid.definesBlank !== true) this.liquid.definesBlank = plugin.definesBlank || this.liquid.definesBlank;
    for (const [name, tag] of Object.entries(plugin.tags ?? {})) this.addTag(name, tag);
    for (const [name, filter] of Object.entries(plugin.filters ?? {}))
      this.liquid.defineFilter(name, filter.apply, filter);
    for (const [name, make] of Object.entries(plugin.markdownProcessors ?? {})) this.markdownProcessors.set(name, make);
    for (const converter of plugin.converters ?? []) this.addConverter(converter);
    this.#generators.push(...(plugin.generators ?? []));
    this.commands.push(...(plugin.commands ?? []));
    this.#listEditions ??= plugin.editions;
    for (const hook of plugin.hooks ?? []) this.#addHook(hook, plugin.name);
  }

  addTag(name: string, tag: TagDefinition): void {
    this.liquid.defineTag(name, tag.parse);
    if (tag.isBlock === true) this.#blocks.add(name);
  }

  addConverter(converter: Converter): void {
    this.#converters.push(converter);
    this.#chains = undefined;
  }

  get converters(): ConverterChains {
    this.#chains ??= new ConverterChains(this.#converters);
    return this.#chains;
  }

  /** The generators in the order in which they run. */
  get generators(): readonly Generator[] {
    return byPriority(this.#generators);
  }

  /** The versions of a site to build: one, unless a plugin says otherwise. */
  editions(config: ReadonlyHash): readonly Edition[] {
    return this.#listEditions === undefined
      ? [{ folder: '', settings: new Map() }]
      : checkEditions(this.#listEditions(config));
  }

  /** Whether a tag has a body and an end tag. */
  isBlockTag(name: string): boolean {
    return this.#blocks.has(name);
  }

  #addHook(hook: PluginHook, plugin: string): void {
    const owner = typeof hook.owner === 'string' ? hook.owner : hook.owner.collection;
    const run = hook.run as (subject: unknown, tools: PluginTools | null, variables: unknown) => void | Promise<void>;
    this.hooks.register(owner, hook.event, (subject: never, variables: never) => run(subject, this.tools, variables), {
      ...(hook.priority !== undefined && { priority: hook.priority }),
      changesOnlyOutput: 'changesOnlyOutput' in hook && hook.changesOnlyOutput === true,
      plugin,
    });
  }
}
