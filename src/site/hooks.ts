import { UttersonError } from '../errors.ts';

/** A function that is called when an event of its owner happens. */
type Hook = (...subjects: never[]) => void | Promise<void>;

/** The priorities of hooks that have names. */
export const HOOK_PRIORITIES = { low: 10, normal: 20, high: 30 } as const;

/** When a hook runs among those of its event: the highest first. */
export type HookPriority = keyof typeof HOOK_PRIORITIES | number;

const ITEM_EVENTS = ['post_init', 'pre_render', 'post_convert', 'post_render', 'post_write'] as const;

/** An event of a page or a document. */
export type ItemEvent = (typeof ITEM_EVENTS)[number];

/** The variables of a render, which a `pre_render` hook may change: Jekyll's payload. */
export interface HookVariables {
  /** A variable as templates see it. */
  get(name: string): unknown;
  /** Sets a variable of all templates, for this item and, as in Jekyll, for those after it. */
  set(name: string, value: unknown): void;
  /** Sets a key of `page`. Of a document it is a key of its data. */
  setOfPage(key: string, value: unknown): void;
}

/** Jekyll's events by owner. A collection's label is an owner too, with the events of items. */
const EVENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['site', ['after_init', 'after_reset', 'post_read', 'pre_render', 'post_render', 'post_write']],
  ['clean', ['on_obsolete']],
]);

/** The events of an owner. Every owner but `site` and `clean` is a kind of item: `pages`, `documents` or a collection. */
export function eventsOf(owner: string): readonly string[] {
  return EVENTS.get(owner) ?? ITEM_EVENTS;
}

interface HookOptions {
  readonly priority?: HookPriority;
  /** For a hook of `post_render`: whether it changes nothing of an item but its output. */
  readonly changesOnlyOutput?: boolean;
  /** The plugin that registers it, for errors. */
  readonly plugin?: string;
}

interface Entry {
  readonly hook: Hook;
  readonly rank: number;
  readonly mayChangeItems: boolean;
  readonly plugin: string | undefined;
}

/** Whether an event happens to items between the rendering of one and the next. */
function isWhileRendering(owner: string, event: string): boolean {
  return eventsOf(owner) === ITEM_EVENTS && ['pre_render', 'post_convert', 'post_render'].includes(event);
}

/**
 * The hooks of one site, called by priority (high first) and then in the order of registration.
 *
 * @example
 * hooks.register(['posts', 'pages'], 'post_render', (item) => { … }, { priority: 'high' });
 */
export class Hooks {
  readonly #entries = new Map<string, Entry[]>();

  register(owners: string | readonly string[], event: string, hook: Hook, options: HookOptions = {}): void {
    const { priority = 'normal', changesOnlyOutput = false, plugin } = options;
    const rank = typeof priority === 'number' ? priority : HOOK_PRIORITIES[priority];
    for (const owner of typeof owners === 'string' ? [owners] : owners) {
      const mayChangeItems = isWhileRendering(owner, event) && !(changesOnlyOutput && event === 'post_render');
      this.#add(owner, event, { hook, rank, mayChangeItems, plugin });
    }
  }

  /** Whether any hook is registered for an event: lets a caller skip the work of preparing it. */
  has(owner: string, event: string): boolean {
    return this.#entries.has(`${owner} ${event}`);
  }

  /** Whether a hook may change items while the site is rendered. */
  get mayChangeItems(): boolean {
    return [...this.#entries.values()].some((entries) => entries.some(({ mayChangeItems }) => mayChangeItems));
  }

  /** Whether a hook is called for each document as it is read. */
  get seesReading(): boolean {
    return [...this.#entries.keys()].some((key) => key.endsWith(' post_init') && key !== 'pages post_init');
  }

  /**
   * Calls the hooks of an item's event. They must not be asynchronous, because rendering is not.
   *
   * @throws {UttersonError} `InvalidHook` if one returns a Promise
   */
  trigger(owner: string, event: string, ...subjects: unknown[]): void {
    for (const { hook, plugin } of this.#entries.get(`${owner} ${event}`) ?? []) {
      const result = hook(...(subjects as never[]));
      if (result instanceof Promise) {
        const of = plugin === undefined ? '' : ` of the plugin ${plugin}`;
        throw new UttersonError('InvalidHook', `The hook ${owner} ${event}${of} is asynchronous`, {
          hint: 'Only hooks of the owners `site` and `clean` may be asynchronous. Do the waiting in a generator or in site post_read.',
        });
      }
    }
  }

  /** Calls the hooks of an event of the whole site one after the other, awaiting each. */
  async triggerAndWait(owner: string, event: string, ...subjects: unknown[]): Promise<void> {
    for (const { hook } of this.#entries.get(`${owner} ${event}`) ?? []) await hook(...(subjects as never[]));
  }

  #add(owner: string, event: string, entry: Entry): void {
    const valid = eventsOf(owner);
    if (!valid.includes(event)) {
      const names = valid.join(', ');
      throw new UttersonError('InvalidHook', `Invalid hook. ${owner} supports only the following hooks ${names}`);
    }
    const key = `${owner} ${event}`;
    const entries = this.#entries.get(key) ?? [];
    entries.push(entry);
    entries.sort((a, b) => b.rank - a.rank);
    this.#entries.set(key, entries);
  }
}
