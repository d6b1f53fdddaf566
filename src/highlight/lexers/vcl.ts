import { before, between, defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';
import { c } from './c.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `BOOL FLOAT INTEGER IP STRING TIME acl backend declare director elif else elseif elsif if import include local probe
    set unset vcl`,
  ],
  [
    Token.NameFunction,
    `ban call hash_data new regsub regsuball return rollback std.cache_req_body std.collect std.duration std.fileread
    std.healthy std.integer std.ip std.log std.port std.querysort std.random std.real std.real2time std.rollback
    std.set_ip_tos std.strstr std.syslog std.time std.time2integer std.time2real std.timestamp std.tolower std.toupper
    synth synthetic`,
  ],
  [
    Token.NameVariable,
    `bereq bereq.backend bereq.between_bytes_timeout bereq.connect_timeout bereq.first_byte_timeout bereq.method bereq.proto
    bereq.retries bereq.uncacheable bereq.url bereq.xid beresp beresp.age beresp.backend beresp.backend.ip
    beresp.backend.name beresp.do_esi beresp.do_gunzip beresp.do_gzip beresp.do_stream beresp.grace beresp.keep beresp.proto
    beresp.reason beresp.status beresp.storage_hint beresp.ttl beresp.uncacheable beresp.was_304 client.identity client.ip
    local.ip now obj.age obj.grace obj.hits obj.keep obj.proto obj.reason obj.status obj.ttl obj.uncacheable remote.ip req
    req.backend_hint req.can_gzip req.esi req.esi_level req.hash_always_miss req.hash_ignore_busy req.method req.proto
    req.restarts req.ttl req.url req.xid resp resp.proto resp.reason resp.status server.hostname server.identity server.ip`,
  ],
);

/** VCL, the configuration of Varnish. */
export const vcl = defineLexer({
  tag: 'vcl',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/(?:#|\/\/)[^\n]*/, Token.CommentSingle],
      [between(/\/\*/, '*/'), Token.CommentMultiline],
      [/C\{/, Token.CommentPreproc, 'c'],
      [between(/\{"/, '"}'), Token.StringSingle],
      [/"/, Token.StringDouble, 'string'],
      [/(sub)(\s+)(\w+)/, [Token.Keyword, Token.Text, Token.NameFunction]],
      [/\d+(?:\.\d+)?(?:ms|[smhdwy])/, Token.NumberOther],
      [/\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+/, Token.NumberFloat],
      [/\d+/, Token.NumberInteger],
      // Even at the beginning of a longer word.
      [/true|false/, Token.KeywordConstant],
      [/(?:bereq|beresp|obj|req|resp)\.http\.[\w.-]+/, Token.NameVariable],
      [/\.?[A-Za-z_][\w.-]*/, byWord(WORDS, Token.Text)],
      [/[!=<>+*/-]=|!~|&&|\|\||[-+*/%<>=!~&|]/, Token.Operator],
      [/[(){};,.]/, Token.Punctuation],
      [/./, Token.Text],
    ],
    string: [
      [/"/, Token.StringDouble, '#pop'],
      [/\\["\\]/, Token.StringEscape],
      [/[^"\\]+|\\/, Token.StringDouble],
    ],
    c: [
      [/\}C/, Token.CommentPreproc, '#pop'],
      [before(/(?:[^}]|\}(?!C))+/, '}C'), (lexing, [text]) => lexing.delegate(c, text)],
    ],
  }),
});
