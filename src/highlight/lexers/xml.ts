import { unicode } from '../engine/ruby-reading.ts';
import { between, defineLexer, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** Where the members of the family of XML differ: rules that are tried before the others. */
interface XmlDialect {
  readonly root?: readonly Rule<undefined>[];
  readonly value?: readonly Rule<undefined>[];
}

/** The states of a language that is XML and something more. */
export function xmlStates(dialect: XmlDialect): States<undefined> {
  return {
    root: [
      ...(dialect.root ?? []),
      [/[^<&]+/, Token.Text],
      [/&[^\s;]{0,100};/, Token.NameEntity],
      [between(/<!\[CDATA\[/, ']]>', '\n'), Token.CommentPreproc],
      [/<!--/, Token.Comment, 'comment'],
      [between(/<\?/, '?>', '\n'), Token.CommentPreproc],
      [between(/<!/, '>'), Token.CommentPreproc],
      [unicode`<\s*[\p{L}_:][\p{Alphabetic}\p{M}\p{Nd}_:.-]*`, Token.NameTag, 'tag'],
      [unicode`<\s*/\s*[\p{L}_:][\p{Alphabetic}\p{M}\p{Nd}_:.-]*\s*>`, Token.NameTag],
    ],
    comment: [
      [/[^-]+/, Token.Comment],
      [/-->/, Token.Comment, '#pop'],
      [/-/, Token.Comment],
    ],
    tag: [
      [/\s+/, Token.Text],
      [unicode`[\p{L}_:][\p{Alphabetic}\p{M}\p{Nd}_:.-]*\s*=`, Token.NameAttribute, 'value'],
      [/\/?\s*>/, Token.NameTag, '#pop'],
    ],
    value: [
      [/\s+/, Token.Text],
      ...(dialect.value ?? []),
      [between(/"/, '"'), Token.String, '#pop'],
      [between(/'/, "'"), Token.String, '#pop'],
      [/[^\s>]+/, Token.String, '#pop'],
    ],
  };
}

/** XML: names only, no embedded languages. An attribute without a value is an error. */
export const xml = defineLexer({ tag: 'xml', states: () => xmlStates({}) });
