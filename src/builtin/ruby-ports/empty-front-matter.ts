import { definePlugin, type Site } from '../../plugin/plugin.ts';

/** The Ruby file writes front matter into the notes. Here they count as if they had it, and the sources stay as they are. */
function admitNotes(site: Site): void {
  const notes = site.collections.get('notes');
  if (notes === undefined) return;
  const folder = site.inSource(notes.relativeDirectory);
  site.mayLackFrontMatter = (path) =>
    path.endsWith('.md') && path.startsWith(`${folder}/`) && !path.slice(folder.length).includes('/.');
}

/** `empty_front_matter_note_injector.rb` of the digital garden template: notes without front matter are documents too. */
export default definePlugin({
  name: 'empty_front_matter_note_injector.rb',
  readsAreRecorded: true,
  hooks: [{ owner: 'site', event: 'after_reset', run: admitNotes }],
});
