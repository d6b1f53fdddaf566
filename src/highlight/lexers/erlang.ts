import { defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';

const WORDS = wordTable(
  [Token.Keyword, 'after begin case catch cond end fun if let of query receive try when'],
  [Token.OperatorWord, 'and andalso band bnot bor bsl bsr bxor div not or orelse rem xor'],
  [
    Token.NameBuiltin,
    `abs append_element apply atom_to_list binary_to_list binary_to_term bit_size bitstring_to_list bump_reductions
    byte_size cancel_timer check_process_code delete_module demonitor disconnect_node display element erase exit
    float float_to_list fun_info fun_to_list function_exported garbage_collect get get_keys group_leader hash hd
    integer_to_list iolist_size iolist_to_binary is_atom is_binary is_bitstring is_boolean is_builtin is_float
    is_function is_integer is_list is_number is_pid is_port is_process_alive is_record is_reference is_tuple length
    link list_to_atom list_to_binary list_to_bitstring list_to_existing_atom list_to_float list_to_integer
    list_to_pid list_to_tuple load_module localtime_to_universaltime make_tuple md5 md5_final md5_update memory
    module_loaded monitor monitor_node node nodes open_port phash phash2 pid_to_list port_call port_close
    port_command port_connect port_control port_info port_to_list process_display process_flag process_info
    purge_module put read_timer ref_to_list register resume_process round send send_after send_nosuspend set_cookie
    setelement size spawn spawn_link spawn_monitor spawn_opt split_binary start_timer statistics suspend_process
    system_flag system_info system_monitor system_profile term_to_binary tl trace trace_delivered trace_info
    trace_pattern trunc tuple_size tuple_to_list universaltime_to_localtime unlink unregister whereis`,
  ],
);

const ATOM = String.raw`(?:[a-z]\w*|'[^\n']*[^\\]')`;
const VARIABLE = String.raw`[A-Z]\w*`;

const states = (): States<undefined> => ({
  root: [
    [/\s+/, Token.Text],
    [/%[^\n]*\n?/, Token.Comment],
    [/^-/, Token.Punctuation, 'directive'],
    [new RegExp(`${ATOM}(?=\\s*\\()`), byWord(WORDS, Token.NameFunction)],
    [new RegExp(`${ATOM}(?=:)`), byWord(WORDS, Token.NameNamespace)],
    [/[a-z]\w*\b/, byWord(WORDS, Token.Name)],
    [new RegExp(ATOM), Token.Name],
    [/[+-]?(?:[2-9]|[12]\d|3[0-6])#[\da-zA-Z]+/, Token.NumberInteger],
    [/\d+/, Token.NumberInteger],
    [/\$(?:\\(?:[bdefnrstv'"\\]|[0-7]{1,3}|\^[a-zA-Z])|[^\\])/u, Token.StringChar],
    [/"/, Token.String, 'string'],
    [new RegExp(`#(?:${ATOM})(?:\\.${ATOM})?`), Token.NameLabel],
    [/->|=>|<-|<<|>>|==|\/=|=:=|=\/=|=<|>=|\+\+|--|[-+*/<>=!?]/, Token.Operator],
    [/::|\|\||[|:;,._@{}()[\]]/, Token.Punctuation],
    [new RegExp(VARIABLE), Token.NameVariable],
  ],
  string: [
    [/\\(?:[bdefnrstv'"\\]|[0-7]{1,3}|\^[a-zA-Z])/, Token.StringEscape],
    [/"/, Token.String, '#pop'],
    [/~[\d.*+-]*[~#+bBcdefginpPswWxX]/, Token.StringInterpol],
    [/[^"\\~]+|~/, Token.String],
  ],
  directive: [
    [
      new RegExp(`(define)(\\s*)(\\()(${ATOM}|${VARIABLE})`),
      [Token.NameEntity, Token.Text, Token.Punctuation, Token.NameConstant],
      '#pop',
    ],
    [
      new RegExp(`(record)(\\s*)(\\()(${ATOM}|${VARIABLE})`),
      [Token.NameEntity, Token.Text, Token.Punctuation, Token.NameLabel],
      '#pop',
    ],
    [new RegExp(ATOM), Token.NameEntity, '#pop'],
  ],
});

/** Erlang. */
export const erlang = defineLexer({ tag: 'erlang', states });
