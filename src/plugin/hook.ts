import type { Document } from '../site/document.ts';
import type { HookPriority, HookVariables, ItemEvent } from '../site/hooks.ts';
import type { Page } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import type { PluginTools } from './plugin-tools.ts';

interface HookBase {
  readonly priority?: HookPriority;
}

interface ItemHookBase extends HookBase {
  /**
   * Whether a `post_render` hook promises to change nothing of an item but its `output`. Then queries of lists may be
   * indexed and texts converted ahead of their turn, as in a site without the hook.
   */
  readonly changesOnlyOutput?: boolean;
}

/** An event of the whole site. `pre_render` and `post_render` happen once, before and after all pages. */
export interface SiteHook extends HookBase {
  readonly owner: 'site';
  readonly event: 'after_init' | 'after_reset' | 'post_read' | 'pre_render' | 'post_render' | 'post_write';
  run(site: Site, tools: PluginTools): void | Promise<void>;
}

/** An event of each page. The hook must not be asynchronous, because rendering is not. */
export interface PageHook extends ItemHookBase {
  readonly owner: 'pages';
  readonly event: ItemEvent;
  /** @param variables given to `pre_render` only */
  run(page: Page, tools: PluginTools, variables?: HookVariables): void;
}

/** An event of each document: in all collections (`documents`), among the posts, or in the collection with that label. */
export interface DocumentHook extends ItemHookBase {
  readonly owner: 'documents' | 'posts' | { readonly collection: string };
  readonly event: ItemEvent;
  /** @param variables given to `pre_render` only */
  run(document: Document, tools: PluginTools, variables?: HookVariables): void;
}

/** Receives the absolute paths in the destination that are about to be removed. Those it takes out of the list stay. */
export interface CleanHook extends HookBase {
  readonly owner: 'clean';
  readonly event: 'on_obsolete';
  run(files: string[]): void;
}

/** A hook, by the owner of its event. */
export type PluginHook = SiteHook | PageHook | DocumentHook | CleanHook;

/** The owners of events. The documents of one collection are named as `{ collection }`. */
export const HOOK_OWNERS = ['site', 'pages', 'documents', 'posts', 'clean'] as const;
