import { between, defineLexer, once, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { byWord, wordTable } from '../engine/word-table.ts';
import { ATTRIBUTE, htmlStates } from './html.ts';

const WORDS = wordTable([Token.KeywordConstant, 'true false']);

/** HTML whose text ends at each expression: an expression is the whole value of its attribute, where no quote opens it. */
const markup = defineLexer({
  tag: 'html',
  states: () => {
    const html = htmlStates();
    const bareAttribute: Rule<undefined> = [new RegExp(`${ATTRIBUTE}\\s*=\\s*(?!.)`, 'su'), Token.NameAttribute];
    return { ...html, tag: [bareAttribute, ...(html['tag'] ?? [])] };
  },
});

const states = (): States<undefined> => ({
  root: [
    [between(/\{\{!--/, '--}}'), Token.Comment],
    [between(/\{\{!/, '}}', '\n'), Token.Comment],
    [/\{\{(?:~?#if|else|\/if)\b/, Token.Keyword, 'expression'],
    [/\{\{~?[#/]/, Token.Keyword, 'block'],
    [/\{\{\{?[&>^~]?/, Token.Keyword, 'expression'],
    [/(?:[^{]|\{(?!\{))+/, (lexing, [text]) => lexing.delegate(markup, text)],
  ],
  block: [
    [/[\w-]+/, Token.NameNamespace, ['#pop', 'expression']],
    [/(?=.)/s, Token.Text, ['#pop', 'expression']],
  ],
  expression: [
    [/~?\}\}\}?/, Token.Keyword, '#pop'],
    [/\s+/, Token.Text],
    [/=/, Token.Operator],
    [once(/"(?:\\.|[^"\\])*"/s, '"'), Token.StringDouble],
    [once(/'(?:\\.|[^'\\])*'/s, "'"), Token.StringSingle],
    [/@\w+/, Token.NameAttribute],
    [/\.\.(?=\/)|\.(?=[\s}])/, Token.NameVariable],
    [/this(?=[\s}])/, Token.NameBuiltinPseudo],
    [/else(?=[\s}])/, Token.Keyword],
    [/[()[\]./|]/, Token.Punctuation],
    [/[\w-]+/, byWord(WORDS, Token.NameVariable)],
  ],
});

/** Handlebars and Mustache. */
export const handlebars = defineLexer({ tag: 'handlebars', states });
