import { UttersonError } from '../../errors.ts';
import type { TagDefinition } from '../../plugin/define-plugin.ts';
import { SITE, TOOLS } from '../../plugin/registers.ts';
import { strip } from '../../util/values/ruby-text.ts';
import { Addressed } from '../filters/url-filters.ts';
import { ItemIndex } from '../item-index.ts';

/** `{% link _posts/2024-01-01-hello.md %}`: the URL of a page, a document or a static file. */
export const linkTag: TagDefinition = {
  parse: (tag) => {
    const path = tag.parseContext.liquid.parseTemplate(strip(tag.markup));
    return {
      render: (context) => {
        const wanted = path.renderIn(context);
        const item = ItemIndex.of(context.register(SITE)).find(wanted);
        if (item !== undefined) return context.register(TOOLS).filter('relative_url', new Addressed(item));
        throw new UttersonError(
          'ArgumentError',
          `Could not find document '${wanted}' in tag 'link'.\n\nMake sure the document exists and the path is correct.\n`,
          { hint: 'Paths begin at the source: {% link _posts/2024-12-31-name.md %}.' },
        );
      },
    };
  },
};
