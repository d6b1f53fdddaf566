import { defineLexer, type Rule } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `as break breakpoint class class_name const continue elif else enum export extends for func if is master mastersync match
    onready pass puppet puppetsync remote remotesync return setget signal static tool var while`,
  ],
  [Token.KeywordReserved, 'case do switch'],
  [
    Token.NameBuiltin,
    `Color8 ColorN abs acos asin assert atan atan2 bytes2var ceil char clamp convert cos cosh db2linear decimals dectime deg2rad
    dict2inst ease exp floor fmod fposmod funcref hash inst2dict instance_from_id is_inf is_nan lerp linear2db load log max min
    nearest_po2 pow preload print print_stack printerr printraw prints printt rad2deg rand_range rand_seed randf randi randomize
    range round seed sign sin sinh sqrt stepify str str2var tan tanh type_exist typeof var2bytes var2str weakref yield`,
  ],
  [
    Token.KeywordType,
    `AABB Array Basis Color Dictionary NodePath Object Plane PoolByteArray PoolColorArray PoolIntArray PoolRealArray
    PoolStringArray PoolVector2Array PoolVector3Array Quat RID Rect2 String Transform Transform2D Vector2 Vector3 bool float
    int null`,
  ],
  [Token.NameBuiltinPseudo, 'INF NAN PI TAU false self true'],
  [Token.OperatorWord, 'and in not or'],
);

const text = (quote: string, token: Token): readonly Rule<undefined>[] => [
  [new RegExp(quote), token, '#pop'],
  [/\\(?:[\\abfnrtv"']|\n|u[\da-fA-F]{4})/, Token.StringEscape],
  [/%[-#0 +]*(?:\d+|\*)?(?:\.(?:\d+|\*))?[hlL]?[diouxXeEfFgGcrs%]/, Token.StringInterpol],
  [new RegExp(`[^\\\\${quote}%\\n]+|%`), token],
];

/** GDScript, of Godot's third version. */
export const gdscript = defineLexer({
  tag: 'gdscript',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/#[^\n]*/, Token.CommentSingle],
      [/\\\n/, Token.Text],
      [/(func)((?:\s|\\)+)/, [Token.Keyword, Token.Text], 'function'],
      [/(class)((?:\s|\\)+)/, [Token.Keyword, Token.Text], 'class'],
      [/"""(?:[^"]|"(?!""))*(?:""")?|'''(?:[^']|'(?!''))*(?:''')?/, Token.StringDouble],
      [/"/, Token.StringDouble, 'double'],
      [/'/, Token.StringDouble, 'single'],
      [/[[\]{}:(),;]/, Token.Punctuation],
      [/!=|==|<<|>>|&&|\+=|-=|\*=|\/=|%=|&=|\|=|\|\||[-~+/*%=<>&^.!|$]/, Token.Operator],
      [/\d+\.\d*(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+/, Token.NumberFloat],
      [/0x[\da-fA-F]+/, Token.NumberHex],
      [/\d+/, Token.NumberInteger],
      [/[A-Za-z_]\w*/, byWord(WORDS, Token.Name)],
    ],
    function: [[/[A-Za-z_]\w*/, Token.NameFunction, '#pop']],
    class: [[/[A-Za-z_]\w*/, Token.NameClass, '#pop']],
    double: text('"', Token.StringDouble),
    single: text("'", Token.StringSingle),
  }),
});
