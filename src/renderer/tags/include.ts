import type { TagDefinition } from '../../plugin/define-plugin.ts';
import { IncludeMarkup } from '../../plugin/include-markup.ts';
import { INCLUSIONS } from '../inclusions.ts';

/** `{% include file.html key="value" %}`: renders a file from the includes folders. */
export const includeTag: TagDefinition = {
  parse: (tag) => {
    const markup = new IncludeMarkup(tag);
    return {
      printsBody: true,
      render: (context) => {
        const inclusions = context.register(INCLUSIONS);
        const inclusion = inclusions.find(markup.fileName(context));
        return markup.renderWithParameters(context, () => inclusions.render(inclusion, context));
      },
    };
  },
};
