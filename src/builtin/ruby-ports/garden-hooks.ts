import type { Item, PluginHook } from '../../plugin/plugin.ts';

/** Hooks of the digital garden template: for the notes, and for the pages in `_pages`. */
export function gardenHooks(event: 'pre_render' | 'post_convert', run: (item: Item) => void): readonly PluginHook[] {
  return [
    { owner: { collection: 'notes' }, event, run },
    {
      owner: 'pages',
      event,
      run: (page) => {
        if (page.path.startsWith('_pages/')) run(page);
      },
    },
  ];
}
