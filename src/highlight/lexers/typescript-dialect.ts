import { Token } from '../engine/token.ts';
import { type Dialect, JAVASCRIPT } from './javascript-states.ts';

/** What TypeScript adds: more keywords, casts and optional names. */
export const TYPESCRIPT: Dialect = {
  ...JAVASCRIPT,
  keywords: `${JAVASCRIPT.keywords} is namespace static private protected public implements readonly`,
  declarations: 'type abstract class const constructor extends function get let set var with',
  reserved: 'enum interface module package declare string any number keyof',
  builtins:
    ' Capitalize ConstructorParameters Exclude Extract InstanceType Lowercase NonNullable Omit OmitThisParameter Parameters ' +
    'Partial Pick Readonly Record Required ReturnType ThisParameterType ThisType Uncapitalize Uppercase',
  labelMark: '\\??',
  afterLabel: ['expression'],
  typeRules: [[/(?:as|satisfies)\s+/, Token.KeywordDeclaration]],
};
