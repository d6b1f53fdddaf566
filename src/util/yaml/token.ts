import type { Mark } from './cursor.ts';

/** How a scalar is written. */
type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

interface At {
  readonly start: Mark;
}

/** The tokens of YAML; the beginning and the end of a block's indentation are tokens of their own. */
export type Token = At &
  (
    | { readonly kind: 'stream-end' | 'document-start' | 'document-end' | 'version-directive' }
    | { readonly kind: 'tag-directive'; readonly handle: string; readonly prefix: string }
    | { readonly kind: 'block-sequence-start' | 'block-mapping-start' | 'block-end' | 'block-entry' }
    | { readonly kind: 'flow-sequence-start' | 'flow-sequence-end' | 'flow-mapping-start' | 'flow-mapping-end' }
    | { readonly kind: 'flow-entry' | 'key' | 'value' }
    | { readonly kind: 'alias' | 'anchor'; readonly name: string }
    | { readonly kind: 'tag'; readonly handle: string; readonly suffix: string }
    | { readonly kind: 'scalar'; readonly value: string; readonly style: ScalarStyle }
  );

export type TokenKind = Token['kind'];
