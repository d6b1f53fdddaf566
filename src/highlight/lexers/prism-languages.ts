/**
 * The languages of Rouge without a lexer of our own: the name, the most similar grammar of Prism (empty if there is none: then the code
 * stays plain), and the other names.
 */
export const PRISM_LANGUAGES: readonly (readonly [tag: string, grammar: string, aliases?: string])[] = [
  ['augeas', '', 'aug'],
  ['bpf', 'nasm'],
  ['ceylon', 'clike'],
  ['clean', 'haskell'],
  ['csvs', ''],
  ['datastudio', ''],
  ['ecl', 'clike'],
  ['freefem', 'cpp', 'ff'],
  ['ghc-cmm', 'c', 'cmm'],
  ['ghc-core', 'haskell'],
  ['idlang', 'clike'],
  ['igorpro', 'clike'],
  ['irb_output', ''],
  ['m68k', ''],
  ['mason', 'markup'],
  ['nesasm', 'asm6502', 'nes'],
  ['syzlang', 'c'],
];
