import type { Context } from '../../liquid/context.ts';
import { Drop } from '../../liquid/drop.ts';
import type { TagDefinition } from '../../plugin/define-plugin.ts';
import { IncludeMarkup } from '../../plugin/include-markup.ts';
import { PAGE, SITE } from '../../plugin/registers.ts';
import { internalsOf } from '../../site/site-internals.ts';
import { directoryName, joinPaths } from '../../util/files/paths.ts';
import { toText } from '../../util/values/inspect.ts';
import { isTruthy } from '../../util/values/is-truthy.ts';
import { INCLUSIONS } from '../inclusions.ts';

/** `{% include_relative file.md %}`: renders a file below the page's own folder. */
export const includeRelativeTag: TagDefinition = {
  parse: (tag) => {
    const markup = new IncludeMarkup(tag);
    return {
      printsBody: true,
      render: (context) => {
        const inclusions = context.register(INCLUSIONS);
        const inclusion = inclusions.findIn(markup.fileName(context), [pageDirectory(context)]);
        return markup.renderWithParameters(context, () => inclusions.render(inclusion, context));
      },
    };
  },
};

/** The folder of the page being rendered. A document's path is relative to the folder of the collections. */
function pageDirectory(context: Context): string {
  const site = context.register(SITE);
  const page = context.registerIfGiven(PAGE);
  if (!(page instanceof Drop || page instanceof Map)) return site.source;
  const path = toText(page.get('path')).replace(/\/#excerpt$/, '');
  const isInCollection = isTruthy(page.get('collection'));
  return site.inSource(
    directoryName(isInCollection ? joinPaths(internalsOf(site).collectionsFolder.directory, path) : path),
  );
}
