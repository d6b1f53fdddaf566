/**
 * The languages of Rouge without a lexer of our own: the name, the most similar grammar of Prism (empty if there is none: then the code
 * stays plain), and the other names.
 */
export const PRISM_LANGUAGES: readonly (readonly [tag: string, grammar: string, aliases?: string])[] = [
  ['augeas', '', 'aug'],
  ['bpf', 'nasm'],
  ['clean', 'haskell'],
  ['datastudio', ''],
  ['freefem', 'cpp', 'ff'],
  ['ghc-cmm', 'c', 'cmm'],
  ['ghc-core', 'haskell'],
  ['igorpro', 'clike'],
  ['mason', 'markup'],
  ['syzlang', 'c'],
];
