import { definePlugin, isTruthy } from '../../plugin/plugin.ts';
import { fillVersions, LIBRARIES_KEY } from '../third-party-libraries.ts';

/** `download-3rd-party.rb`, out of which the gem jekyll-3rd-party-libraries was made. It does without libraries too. */
export default definePlugin({
  name: 'download-3rd-party.rb',
  readsAreRecorded: true,
  hooks: [
    {
      owner: 'site',
      event: 'after_init',
      run: (site) => {
        if (isTruthy(site.config.get(LIBRARIES_KEY))) fillVersions(site);
      },
    },
  ],
});
