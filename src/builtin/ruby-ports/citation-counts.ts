import { definePlugin, type Plugin, type TagParser } from '../../plugin/plugin.ts';

/** What the Ruby files show when the service cannot be reached. No build asks the network here. */
const UNKNOWN = 'N/A';
const parseCount: TagParser = () => ({ render: () => UNKNOWN });

function pluginFor(file: string, tag: string): Plugin {
  return definePlugin({
    name: file,
    readsAreRecorded: true,
    tags: { [tag]: { parse: parseCount } },
  });
}

/** `google-scholar-citations.rb` and `inspirehep-citations.rb`: how often a paper is cited. */
export const scholarCitations = pluginFor('google-scholar-citations.rb', 'google_scholar_citations');
export const inspireCitations = pluginFor('inspirehep-citations.rb', 'inspirehep_citations');
