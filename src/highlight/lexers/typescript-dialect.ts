import { Token } from '../engine/token.ts';
import { type Dialect, JAVASCRIPT } from './javascript-states.ts';

/** What TypeScript adds: more keywords, casts and optional names. */
export const TYPESCRIPT: Dialect = {
  ...JAVASCRIPT,
  keywords: `${JAVASCRIPT.keywords} is namespace static private protected public implements readonly`,
  declarations: 'type abstract class const constructor extends function get let set var with',
  reserved: 'enum interface module package declare string any number keyof',
  typeRules: [[/(?:as|satisfies)\s+/, Token.KeywordDeclaration]],
};
