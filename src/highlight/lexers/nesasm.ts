import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const word = (words: string): RegExp => new RegExp(`(?:${words.trim().split(/\s+/).join('|')})(?![\\w:])`, 'i');

/** Assembly for the 6502 of the NES, as nesasm reads it. */
export const nesasm = defineLexer({
  tag: 'nesasm',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/;[^\n]*/, Token.CommentSingle],
      [
        word(`adc and asl bcc bcs beq bit bmi bne bpl brk bvc bvs clc cld cli clv cmp cpx cpy dec dex dey eor inc inx iny
          jmp jsr lda ldx ldy lsr nop ora pha php pla plp rol ror rti rts sbc sec sed sei sta stx sty tax tay tsx txa txs
          tya`),
        Token.Keyword,
      ],
      [
        word(`bank bss code data defchr ds else endif endm endp endprocgroup fail func if ifdef ifndef incbin incchr
          include ineschr inesmap inesmir inesprg macro org proc procgroup rs rsset zp`),
        Token.KeywordReserved,
      ],
      [word('byte db dw word'), Token.KeywordType],
      [/#?\$[\da-f]+/i, Token.NumberHex],
      [/#?%[01]+/, Token.NumberBin],
      [/#?\d+/, Token.Number],
      [/#?[a-z_]\w*:?/i, Token.NameFunction],
      [/\\[1-9@#]/, Token.NameBuiltin],
      [/"/, Token.String, 'string'],
      [/'\w'/, Token.StringChar],
      [/[-&*+/:<=>?|~]/, Token.Operator],
      [/[(),.[\]]/, Token.Punctuation],
    ],
    string: [
      [/\\"?/, Token.StringEscape],
      [/[^"\\]+/, Token.String],
      [/"/, Token.String, '#pop'],
    ],
  }),
});
