import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const INSTRUCTIONS = `abcd add adda addi addq addx and andi asl asr bcc bchg bclr bcs beq bfchg bfclr bfextu bfffo bfins bfset
  bftst bge bgt bhi bhs bkpt ble blo bls blt bmi bne bpl bra bsr btst bvc bvs callm cas cas2 chk chk2 clr cmp cmp2 cmpa cmpi
  cmpm dbcc dbcs dbeq dbf dbge dbgt dbhi dbhs dble dblo dbls dblt dbmi dbne dbpl dbra dbt dbvc dbvs divs divsl divu divul
  eor eori exg ext extb illegal jmp jsr lea link lsl lsr move move16 movea movem movep moveq muls mulu nbcd neg negx nop
  not or ori pack pea rol ror roxl roxr rtd rtm rtr rts sbcd scc scs seq sf sge sgt shi shs sle slo sls slt smi sne spl st
  sub suba subi subq subx svc svs swap tas trap trapcc trapv tst unlk unpk`;

const DIRECTIVES = `cnop else elseif end endc endf endm endproc endr equ equr even fail fopt format fpu func ifc ifd
  ifeq ifge ifgt ifle iflt ifnc ifnd ifne incbin incdir include list llen machine macro main mexit mmu nolist offset opt
  output page plen proc reg rept rsreset rsset section set spc ttl`;

const word = (words: string): RegExp => new RegExp(`(?:${words.trim().split(/\s+/).join('|')})(?!\\w)`, 'i');

/** Assembly for the Motorola 68000. */
export const m68k = defineLexer({
  tag: 'm68k',
  states: () => ({
    root: [
      [/^\*[^\n]*|;[^\n]*/, Token.CommentSingle],
      [/^\.?\w+:?/, Token.NameLabel],
      [/\s+/, Token.Text],
      [word(INSTRUCTIONS), Token.Keyword],
      [word(DIRECTIVES), Token.KeywordReserved],
      [word('dc dcb ds'), Token.KeywordType],
      [word('[ad][0-7] ccr pc ssp usp'), Token.NameBuiltin],
      [/\.[blsw]\s|#/i, Token.NameDecorator],
      [/\\\S/, Token.CommentPreproc],
      [/\[[A-Za-z\d]*\]/, Token.Punctuation],
      [/"/, Token.String, 'string'],
      [/'(?:\\.|[^'\\\n])'/, Token.StringChar],
      [/\$[\da-f]+/i, Token.NumberHex],
      [/@\d+/, Token.NumberOct],
      [/%[01]+/, Token.NumberBin],
      [/\d+/, Token.NumberInteger],
      [/_*[a-zA-Z\d]\w*/, Token.NameVariable],
      [/_\w*/, Token.Name],
      [/[-&*+/:<=>?|~]/, Token.Operator],
      [/[(),.]/, Token.Punctuation],
    ],
    string: [
      [/[^"\\\n]+/, Token.String],
      [/\\./, Token.StringEscape],
      [/\\\n?/, Token.String],
      [/"/, Token.String, '#pop'],
    ],
  }),
});
