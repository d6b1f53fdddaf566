import { definePlugin, type Site, strftime } from '../../plugin/plugin.ts';
import { modifiedTime } from '../last-modified-at.ts';

function setTimes(site: Site): void {
  for (const note of site.collections.get('notes')?.docs ?? []) {
    note.data.set('last_modified_at_timestamp', strftime(modifiedTime(site, note.path), '%FT%T%:z'));
  }
}

/** `last_modified_at_generator.rb` of the digital garden template: the times of jekyll-last-modified-at, which it loads, for the notes. */
export default definePlugin({
  name: 'last_modified_at_generator.rb',
  readsAreRecorded: true,
  generators: [{ name: 'Recents', generate: setTimes }],
});
