import type { Plugin } from '../plugin/define-plugin.ts';

/** The built-in plugins by the names that `plugins:` of the configuration uses. Each is loaded only when it is named. */
export const BUILTINS: Readonly<Record<string, () => Promise<{ readonly default: Plugin }>>> = {
  'jekyll-paginate': () => import('./paginate.ts'),
};
