import type { HookVariables, ItemEvent } from './hooks.ts';
import type { Item } from './item.ts';
import { internalsOf } from './site-internals.ts';

/**
 * Calls the hooks of an item's event: for a page those of `pages`, for a document those of its collection and then of `documents`.
 *
 * @param variables those of the render that the event is in
 */
export function triggerItemHooks(item: Item, event: ItemEvent, variables?: HookVariables): void {
  const { hooks } = internalsOf(item.site);
  if (item.kind === 'page') {
    hooks.trigger('pages', event, item, variables);
    return;
  }
  hooks.trigger(item.type, event, item, variables);
  hooks.trigger('documents', event, item, variables);
}
