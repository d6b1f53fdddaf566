import type { Lexing } from '../engine/lexing.ts';
import { defineLexer, include, type Rule, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

interface Data {
  /** Whether the rest of the line holds the arguments of what was called. */
  called: boolean;
  /** Whether the cells of the line have named a keyword that is called at the next separator. */
  named: boolean;
  /** Whether the line names the arguments of a keyword. */
  parameters: boolean;
  /** Whether the test has a template: then its lines hold arguments only. */
  template: boolean;
  /** A template in the line of the test's name holds for all that follows. */
  templates: boolean;
}

type Work = Lexing<Data>;

const SECTIONS: readonly (readonly [state: string, heading: RegExp])[] = [
  ['settings', /settings?\b/],
  ['variables', /variables?\b/],
  ['tests', /test cases?\b|tasks?\b/],
  ['keywords', /keywords?\b/],
];

/** Settings whose values are no calls. */
const PLAIN =
  /^(?:arguments|documentation|metadata|return|tags|timeout|(?:default|force) tags|(?:test|task) timeout)$/i;

/** Text goes on over single spaces; two spaces, a tab or a bar end a cell. */
const TEXT = /(?:\\\S?|[^\s\\$@&%|]|[$@&%](?!\{)| (?![ \n|]))+/;
/** What a test is called, with its variables: unlike in a keyword's name, these are nothing of their own. */
const TITLE = /(?:\\\S?|[^\s\\|]| (?![ \n|]))+/;
const HEADING = /^\*[* \t]*[A-Za-z][^\n]*/;
const VARIABLE = /[$@&%]\{(?:[^{}\n]|\{[^{}\n]*\})*\}/;

function heading(lexing: Work, [text]: RegExpExecArray): void {
  const name = text.replace(/^[*\s]+/, '');
  const shouts = /^[A-Z]{2}/.test(name);
  const section = SECTIONS.find(([, pattern]) => !shouts && name.toLowerCase().search(pattern) === 0);
  lexing.token(Token.GenericHeading, text);
  lexing.reset();
  lexing.push(section?.[0] ?? 'comments');
}

function beginCells(lexing: Work, [text]: RegExpExecArray): void {
  lexing.token(Token.Whitespace, text);
  lexing.data.called = lexing.data.template || lexing.data.templates;
  lexing.data.named = false;
  lexing.data.parameters = false;
  lexing.push('cells');
}

function beginVariable(lexing: Work, [text]: RegExpExecArray): void {
  lexing.token(Token.NameVariable, text);
  lexing.data.called = true;
  lexing.push('variable');
}

function beginTest(lexing: Work, [text]: RegExpExecArray): void {
  lexing.token(Token.NameLabel, text);
  lexing.data.template = false;
  lexing.push('name');
}

/** Leaves the cells, and the name of the test before them. */
function endLine(lexing: Work, [text]: RegExpExecArray): void {
  lexing.token(Token.Whitespace, text);
  lexing.pop();
  if (lexing.state === 'name') lexing.pop();
}

function separate(lexing: Work, [text]: RegExpExecArray): void {
  lexing.token(Token.Whitespace, text);
  lexing.data.called ||= lexing.data.named;
}

function setting(lexing: Work, name: string): void {
  lexing.token(Token.NameBuiltinPseudo, name);
  lexing.data.called = PLAIN.test(name);
  lexing.data.named = false;
  lexing.data.parameters = false;
}

function beginSetting(lexing: Work, [name]: RegExpExecArray): void {
  setting(lexing, name);
  lexing.push('rows');
}

function cell(lexing: Work, [text]: RegExpExecArray): void {
  const { data } = lexing;
  // A default value counts as a keyword.
  if (data.called) {
    lexing.token(data.parameters && text.startsWith('=') ? Token.NameFunction : Token.String, text);
    return;
  }
  const prefix = data.named ? undefined : /^(?:given|when|then|and|but) /i.exec(text)?.[0];
  lexing.token(Token.NameBuiltin, prefix ?? '');
  lexing.token(Token.NameFunction, text.slice(prefix?.length ?? 0));
  data.named ||= !/^for$/i.test(text);
}

/** `[Setup]` and the like are text where arguments are expected. */
function settingInBrackets(lexing: Work, match: RegExpExecArray): void {
  const [, opening = '', name = '', closing = ''] = match;
  if (lexing.data.called) {
    lexing.token(Token.String, match[0]);
    return;
  }
  lexing.token(Token.Punctuation, opening);
  setting(lexing, name);
  lexing.token(Token.Punctuation, closing);
  lexing.data.parameters = name.toLowerCase() === 'arguments';
  if (name.toLowerCase() !== 'template') return;
  if (lexing.isIn('name')) lexing.data.templates = true;
  else lexing.data.template = true;
}

const start: readonly Rule<Data>[] = [
  [HEADING, heading],
  [/\n/, Token.Whitespace],
  [/#[^\n]*/, Token.Comment],
];

const states = (): States<Data> => ({
  root: [
    [HEADING, heading],
    [/\*/, Token.Error, 'comments'],
    // The first line is plain, even a heading behind empty lines.
    [/\n*[^\n]+/, Token.Text, 'comments'],
    [/\n+/, Token.Text],
  ],
  comments: [
    [HEADING, heading],
    [/\s+/, Token.Whitespace],
  ],
  settings: [...start, [/\|[ \t]*/, Token.Whitespace], [/\s+/, beginCells], [/\w+(?: \w+)?/, beginSetting]],
  variables: [...start, [VARIABLE, beginVariable], [/\s+/, beginCells]],
  variable: [
    [/( )(=)(?=\s)/, [Token.Whitespace, Token.Punctuation]],
    [/\n/, Token.Whitespace, '#pop'],
    [/[ \t]+/, Token.Whitespace, ['#pop', 'rows']],
  ],
  tests: [...start, [/ {2,}|\t+ */, beginCells], [TITLE, beginTest]],
  keywords: [...start, [/ {2,}|\t+ */, beginCells], [TEXT, beginTest], [/(?=[$@&%]\{)/, beginTest]],
  name: [
    [VARIABLE, Token.NameVariable],
    [TEXT, Token.NameLabel],
    [/\n/, Token.Whitespace, '#pop'],
    [/ {2,}|\t+ *| ?\| */, beginCells],
    [/ /, Token.Whitespace],
  ],
  // Only settings and variables have rows that go on in the next line.
  rows: [[/\n\.\.\.[ \t]*/, separate], include('cells')],
  cells: [
    [/\n/, endLine],
    [/(?<=[ \t|])#[^\n]*/, Token.Comment],
    [/[ \t]{2,}|\t| ?\| */, separate],
    [/(?<=\})( )(=)(?=[ \n\t])/, [Token.Whitespace, Token.Punctuation]],
    [VARIABLE, Token.NameVariable],
    [/(?<=[ \t|])(\[)([A-Za-z ]+)(\])/, settingInBrackets],
    [TEXT, cell],
    [/ /, Token.Whitespace],
  ],
});

/** Robot Framework. */
export const robotFramework = defineLexer<Data>({
  tag: 'robot_framework',
  states,
  data: () => ({ called: false, named: false, parameters: false, template: false, templates: false }),
});
