import { before, between, defineLexer, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { html } from './html.ts';
import { java } from './java.ts';

/** Attributes of tags and directives: the white space before the name and around the sign belongs to it. Bounded, since most texts are none. */
const attributes: readonly Rule<undefined>[] = [
  [
    /(\s{0,80}[\w:-]{1,80}\s{0,80}=\s*)(["'])(\$\{)/,
    [Token.NameAttribute, Token.String, Token.StringInterpol],
    ['text', 'expression'],
  ],
  [/(\s{0,80}[\w:-]{1,80}\s{0,80}=\s*)("[^"]*"|'[^']*'|[^\s>]+)/, [Token.NameAttribute, Token.String]],
];

/** Java up to what ends it; the signs of that end are no operators. */
const javaUpTo = (closing: string, signs: string): readonly Rule<undefined>[] => [
  [new RegExp(closing), Token.NameTag, '#pop'],
  [new RegExp(`[${signs}]`), Token.Error],
  [new RegExp(`(?:(?!${closing})[^${signs}])+`), (lexing, [text]) => lexing.delegate(java, text)],
];

const states = (): States<undefined> => ({
  root: [
    [between(/<%--/, '--%>'), Token.Comment],
    [/<%@\s*(?:page|include|taglib)\s*/, Token.NameTag, 'directive'],
    [/<jsp:directive\.(?:page|include|taglib)/, Token.NameTag, 'tag'],
    [/<%[!=]?/, Token.NameTag, 'java'],
    [/<jsp:(?:scriptlet|declaration|expression)>/, Token.NameTag, 'scriptlet'],
    [/<[\w-]+:[A-Za-z]*\s*/, Token.NameTag, 'tag'],
    [/<\/[\w-]+:[A-Za-z]*>/, Token.NameTag],
    [/(?:[^<]|<(?!%|[\w-]+:|\/[\w-]+:[A-Za-z]*>))+/, (lexing, [text]) => lexing.delegate(html, text)],
  ],
  java: javaUpTo('%>', '%>'),
  scriptlet: javaUpTo('</jsp:(?:scriptlet|declaration|expression)>', '<'),
  directive: [
    ...attributes,
    [/%>/, Token.NameTag, '#pop'],
    [before(/[^%>]+(?=%>)/, '%>'), (lexing, [text]) => lexing.delegate(html, text)],
  ],
  // What is no attribute is HTML, up to the end of the tag.
  tag: [
    ...attributes,
    [/\/?>/, Token.NameTag, '#pop'],
    [/(?=<[\w-]+:)/, Token.Text, '#pop'],
    [before(/(?:[^/><]|\/(?!>)|<(?![\w-]+:))+(?=\/?>|<)/, '>'), (lexing, [text]) => lexing.delegate(html, text)],
  ],
  expression: [
    [/\}/, Token.StringInterpol, '#pop'],
    [/[^}]+/, (lexing, [text]) => lexing.delegate(java, text)],
  ],
  text: [
    [/[^"']+/, Token.String],
    [/["']/, Token.String, '#pop'],
  ],
});

/** Java's server pages: HTML with tags of libraries, and Java in it. */
export const jsp = defineLexer({ tag: 'jsp', states });
