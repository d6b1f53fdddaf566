import { between, defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { markdown } from './markdown.ts';

const close = (bracket: RegExp): Rule<undefined> => [bracket, Token.Punctuation, '#pop'];

const TYPE = /(?:Int|Float|String|Boolean|ID)\b/;

const states = (): States<undefined> => ({
  space: [
    [/\s+/, Token.Whitespace],
    [/#[^\n]*/, Token.Comment],
    [/[!,]/, Token.Punctuation],
  ],
  root: [
    include('space'),
    [/"""(?=[ \t]*$)/, Token.StringDouble, 'description'],
    [/(?:query|mutation|subscription)\b/, Token.Keyword, 'operation'],
    [/fragment\b/, Token.Keyword, 'fragment'],
    [/(?:type|interface|input|enum|schema)\b/, Token.Keyword, 'definition'],
    [/scalar\b/, Token.Keyword, 'scalar'],
    [/union\b/, Token.Keyword, 'union'],
    [/extend\b/, Token.Keyword],
    [/\{/, Token.Punctuation, 'selection'],
  ],
  description: [
    [/\s+/, Token.Whitespace],
    [/"""/, Token.StringDouble, '#pop'],
    [/(?:[^\n]|\n(?![ \t]*"""))+/, (lexing, [text]) => lexing.delegateAfresh(markdown, text)],
  ],
  operation: [
    include('space'),
    [/[A-Za-z_]\w*/, Token.Name],
    [/(@\w+)(\()/, [Token.Keyword, Token.Punctuation], 'arguments'],
    [/@\w+/, Token.Keyword],
    [/\(/, Token.Punctuation, 'variables'],
    [/\{/, Token.Punctuation, ['#pop', 'selection']],
  ],
  variables: [
    include('space'),
    [/\$\w+/, Token.NameVariable],
    [/[A-Za-z_]\w*/, Token.Name],
    [/:/, Token.Punctuation, 'type'],
    [/=/, Token.Punctuation, 'value'],
    close(/\)/),
  ],
  fragment: [
    include('space'),
    [/on\b/, Token.Keyword],
    [/\w+/, Token.Name],
    [/@\w+/, Token.Keyword],
    [/\(/, Token.Punctuation, 'arguments'],
    [/\{/, Token.Punctuation, ['#pop', 'selection']],
  ],
  selection: [
    include('space'),
    [/(\.{3})(\s+)(on)\b/, [Token.Punctuation, Token.Whitespace, Token.Keyword]],
    [/\.{3}|[:,!]/, Token.Punctuation],
    [/@\w+/, Token.Keyword],
    [/[A-Za-z_]\w*/, Token.Name],
    [/\(/, Token.Punctuation, 'arguments'],
    [/\{/, Token.Punctuation, '#push'],
    close(/\}/),
  ],
  arguments: [
    include('space'),
    [/[A-Za-z_]\w*/, Token.Name],
    [/:/, Token.Punctuation, 'value'],
    [/,/, Token.Punctuation],
    close(/\)/),
  ],
  value: [
    include('space'),
    [/\$\w+/, Token.NameVariable, '#pop'],
    [/-?\d+\.\d+(?:[eE][+-]?\d+)?/, Token.NumberFloat, '#pop'],
    [/-?\d+(?:[eE][+-]?\d+)?/, Token.NumberInteger, '#pop'],
    // After a block string within one line Rouge still expects a value.
    [between(/"""/, '"""', '\n'), Token.StringDouble],
    [between(/"""/, '"""'), Token.StringDouble, '#pop'],
    [/"(?:\\.|[^\\"]){0,2000}"/s, Token.StringDouble, '#pop'],
    [/(?:true|false|null)\b/, Token.KeywordConstant, '#pop'],
    [/[A-Za-z_]\w*/, Token.Name, '#pop'],
    [/\[/, Token.Punctuation, ['#pop', 'list']],
    [/\{/, Token.Punctuation, ['#pop', 'object']],
  ],
  list: [include('space'), [/,/, Token.Punctuation], close(/\]/), [/(?=[^\s#,\]])/, Token.Text, 'value']],
  object: [
    include('space'),
    [/[A-Za-z_]\w*/, Token.Name],
    [/:/, Token.Punctuation, 'value'],
    [/,/, Token.Punctuation],
    close(/\}/),
  ],
  definition: [
    include('space'),
    [/implements\b/, Token.Keyword],
    [/[A-Za-z_]\w*/, Token.Name],
    [/,/, Token.Punctuation],
    [/\(/, Token.Punctuation, 'parameters'],
    [/\{/, Token.Punctuation, ['#pop', 'fields']],
  ],
  fields: [
    include('space'),
    [/[A-Za-z_]\w*/, Token.Name],
    [/:/, Token.Punctuation, 'type'],
    [/\(/, Token.Punctuation, 'parameters'],
    close(/\}/),
  ],
  parameters: [
    include('space'),
    [/[A-Za-z_]\w*/, Token.Name],
    [/:/, Token.Punctuation, 'type'],
    [/=/, Token.Punctuation, 'value'],
    close(/\)/),
  ],
  type: [
    include('space'),
    [/\[/, Token.Punctuation, ['#pop', 'list type']],
    [/!/, Token.Punctuation],
    [TYPE, Token.NameBuiltin, '#pop'],
    [/[A-Za-z_]\w*/, Token.Name, '#pop'],
  ],
  'list type': [include('space'), [TYPE, Token.NameBuiltin], [/[A-Za-z_]\w*/, Token.Name], close(/\]/)],
  scalar: [include('space'), [/\w+/, Token.Name, '#pop']],
  union: [include('space'), [/\w+/, Token.Name, ['#pop', 'members']]],
  members: [include('space'), [/[=|]/, Token.Punctuation, 'member'], [/(?=.)/s, Token.Text, '#pop']],
  member: [include('space'), [/\w+/, Token.Name, '#pop']],
});

/** GraphQL: queries and schemas. */
export const graphql = defineLexer({ tag: 'graphql', states });
