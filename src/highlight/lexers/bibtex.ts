import { defineLexer, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

const SIGNS = String.raw`\w@!$&*+\-./:;<>?[\\\]^${'`'}|~`;
const NAME = `(?!\\d)[${SIGNS}]+`;
const space: Rule<undefined> = [/\s+/, Token.Text];
/** Anything else ends the state without being taken. */
const otherwise: Rule<undefined> = [/(?=.)/s, Token.Text, '#pop'];

const states = (): States<undefined> => ({
  root: [
    space,
    [new RegExp(`@comment(?![${SIGNS}])`, 'i'), Token.Comment],
    [new RegExp(`@preamble(?![${SIGNS}])`, 'i'), Token.NameClass, ['closing', 'value', 'opening']],
    [new RegExp(`@string(?![${SIGNS}])`, 'i'), Token.NameClass, ['closing', 'field', 'opening']],
    [new RegExp(`@${NAME}`), Token.NameClass, ['closing', 'key', 'opening']],
    [/[^\n]+/, Token.Comment],
  ],
  opening: [space, [/[{(]/, Token.Punctuation, '#pop']],
  closing: [space, [/[})]/, Token.Punctuation, '#pop']],
  key: [space, [/[^\s,}]+/, Token.NameLabel, ['#pop', 'fields']]],
  fields: [space, [/,/, Token.Punctuation, 'field'], otherwise],
  field: [space, [new RegExp(NAME), Token.NameAttribute, ['value', 'equals']], otherwise],
  equals: [space, [/=/, Token.Punctuation, '#pop']],
  value: [
    space,
    [new RegExp(NAME), Token.NameVariable],
    [/"/, Token.String, 'quoted'],
    [/\{/, Token.String, 'braced'],
    [/\d+/, Token.Number],
    [/#/, Token.Punctuation],
    otherwise,
  ],
  quoted: [
    [/\{/, Token.String, 'braced'],
    [/"/, Token.String, '#pop'],
    [/[^{"]+/, Token.String],
  ],
  braced: [
    [/\{/, Token.String, 'braced'],
    [/\}/, Token.String, '#pop'],
    [/[^{}]+/, Token.String],
  ],
});

/** BibTeX: the references of papers. */
export const bibtex = defineLexer({ tag: 'bibtex', states });
