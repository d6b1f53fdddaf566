/**
 * The script of live reload. The server adds it to each of its pages; as `/livereload.js`, pages of other servers can name it.
 */
import { followAsLiveReload } from './foreign-page.ts';
import { keepUpToDate } from './live-page.ts';

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  if (script.dataset['utterson'] !== undefined) keepUpToDate(script);
  else if (document.querySelector('script[data-utterson]') === null) followAsLiveReload(script);
}
