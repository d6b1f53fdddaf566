import { definePlugin } from '../../plugin/plugin.ts';
import { cacheBustFilters } from '../cache-bust.ts';

/** `cache-bust.rb`, out of which the gem was made; its addresses end in `?` and the digest alone. */
export default definePlugin({ name: 'cache-bust.rb', readsAreRecorded: true, filters: cacheBustFilters('?') });
