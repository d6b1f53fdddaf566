import type { ItemEvent } from './hooks.ts';
import type { Item } from './item.ts';

/** Calls the hooks of an item's event: for a page those of `pages`, for a document those of its collection and then of `documents`. */
export function triggerItemHooks(item: Item, event: ItemEvent): void {
  const { hooks } = item.site;
  if (item.kind === 'page') {
    hooks.trigger('pages', event, item);
    return;
  }
  hooks.trigger(item.type, event, item);
  hooks.trigger('documents', event, item);
}
