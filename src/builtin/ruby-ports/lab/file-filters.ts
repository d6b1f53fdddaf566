import { type Context, definePlugin, inspect, SITE, UttersonError } from '../../../plugin/plugin.ts';
import { readText } from '../../shared/read-text.ts';

/** The path of a file of the site, if it exists. */
function findFile(input: unknown, context: Context): string | undefined {
  if (typeof input !== 'string') {
    throw new UttersonError(
      'TypeError',
      `file_exists and file_read need a path, and were given ${inspect(input ?? null)}.`,
      {
        hint: 'A path is relative to the source: {{ "images/logo.svg" | file_exists }}.',
      },
    );
  }
  const site = context.register(SITE);
  const path = site.inSource(input);
  site.noteRead(`file:${path}`);
  return site.tree.status(path)?.kind === 'file' ? path : undefined;
}

/** `file.rb` of the Lab Website Template: `"images/logo.svg" | file_exists` and `file_read`. Looks into the source only. */
export default definePlugin({
  name: 'file.rb',
  readsAreRecorded: true,
  filters: {
    file_exists: { apply: (input, _, context) => (findFile(input, context) === undefined ? null : input) },
    file_read: {
      apply(input, _, context) {
        const path = findFile(input, context);
        return path === undefined ? null : readText(context.register(SITE), path);
      },
    },
  },
});
