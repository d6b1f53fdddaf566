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
  ['isbl', 'clike'],
  ['jsl', 'clike'],
<<<<<<< HEAD
  ['livescript', 'livescript', 'ls'],
=======
  ['lasso', 'markup', 'lassoscript'],
>>>>>>> 0d23fb2f (ARM assembly, BBC BASIC, LiveScript, J, Factor, Xojo and OpenEdge have lexers of their own, which give Rouge's tokens)
  ['lustre', 'clike'],
  ['lutin', ''],
  ['m68k', ''],
  ['mason', 'markup'],
  ['mosel', 'clike'],
  ['msgtrans', 'properties'],
  ['nesasm', 'asm6502', 'nes'],
  ['nial', 'clike'],
  ['ocl', 'clike', 'OCL'],
<<<<<<< HEAD
  ['openedge', 'clike', 'abl'],
=======
  ['opentype_feature_file', '', 'fea opentype opentypefeature'],
  ['praat', 'clike'],
>>>>>>> 0d23fb2f (ARM assembly, BBC BASIC, LiveScript, J, Factor, Xojo and OpenEdge have lexers of their own, which give Rouge's tokens)
  ['rml', 'clike'],
  ['syzlang', 'c'],
  ['syzprog', ''],
  ['ttcn3', 'clike'],
  ['tulip', 'haskell'],
];
