import { createRequire } from 'node:module';
import type PrismLibrary from 'prismjs';
import type { Emit, Lexer } from '../engine/lexer.ts';
import { Token } from '../engine/token.ts';
import { type PrismClasses, prismClasses } from './prism-classes.ts';

type Prism = typeof PrismLibrary;
type PrismToken = string | PrismLibrary.Token;

/** The length up to which a text is highlighted: Prism's patterns may backtrack. */
const MAX_LENGTH = 200_000;

/** Prism's kinds of tokens as Rouge's. A kind that is not listed takes that of the token around it. */
const KINDS: ReadonlyMap<string, Token> = new Map([
  ['annotation', Token.NameDecorator],
  ['atrule', Token.Keyword],
  ['attr-name', Token.NameAttribute],
  ['attr-value', Token.String],
  ['boolean', Token.KeywordConstant],
  ['builtin', Token.NameBuiltin],
  ['cdata', Token.CommentPreproc],
  ['char', Token.StringChar],
  ['class-name', Token.NameClass],
  ['constant', Token.NameConstant],
  ['decorator', Token.NameDecorator],
  ['directive', Token.CommentPreproc],
  ['doctype', Token.CommentPreproc],
  ['entity', Token.NameEntity],
  ['function', Token.NameFunction],
  ['function-definition', Token.NameFunction],
  ['important', Token.CommentPreproc],
  ['inserted', Token.GenericInserted],
  ['deleted', Token.GenericDeleted],
  ['keyword', Token.Keyword],
  ['label', Token.NameLabel],
  ['macro', Token.CommentPreproc],
  ['namespace', Token.NameNamespace],
  ['operator', Token.Operator],
  ['preprocessor', Token.CommentPreproc],
  ['prolog', Token.CommentPreproc],
  ['property', Token.NameProperty],
  ['punctuation', Token.Punctuation],
  ['regex', Token.StringRegex],
  ['section', Token.Keyword],
  ['selector', Token.NameTag],
  ['symbol', Token.StringSymbol],
  ['tag', Token.NameTag],
  ['template-string', Token.StringBacktick],
  ['title', Token.GenericHeading],
  ['type', Token.KeywordType],
  ['url', Token.String],
  ['variable', Token.NameVariable],
]);

const require = createRequire(import.meta.url);
let prism: Prism | undefined;

function loadGrammar(name: string): PrismLibrary.Grammar | undefined {
  prism ??= require('prismjs') as Prism;
  if (!Object.hasOwn(prism.languages, name)) {
    const load = require('prismjs/components/index.js') as ((names: string[]) => void) & { silent: boolean };
    load.silent = true;
    load([name]);
  }
  return prism.languages[name];
}

function numberToken(text: string): Token {
  if (/^0x/i.test(text)) return Token.NumberHex;
  if (/^0b/i.test(text)) return Token.NumberBin;
  return /^\d+\.\d|^\d+e[+-]/i.test(text) ? Token.NumberFloat : Token.NumberInteger;
}

function stringToken(text: string): Token {
  if (text.startsWith('"')) return Token.StringDouble;
  return text.startsWith("'") ? Token.StringSingle : Token.String;
}

function tokenFor(kind: string, text: string): Token | undefined {
  if (kind === 'comment') return text.startsWith('/*') ? Token.CommentMultiline : Token.CommentSingle;
  if (kind === 'number') return numberToken(text);
  if (kind === 'string') return stringToken(text);
  return KINDS.get(kind);
}

/** Text between tokens: words are names and everything else is plain, unless the language has other classes for them. */
function emitPlain(text: string, classes: PrismClasses, emit: Emit): void {
  for (const part of text.split(/([A-Za-z_]\w*|\s+)/)) {
    if (/^[A-Za-z_]/.test(part)) emit(classes.get('word') ?? Token.Name, part);
    else if (part !== '') emit(classes.get(/^\s/.test(part) ? 'space' : 'other') ?? Token.Text, part);
  }
}

function emitTokens(tokens: readonly PrismToken[], around: Token | undefined, classes: PrismClasses, emit: Emit): void {
  for (const token of tokens) {
    if (typeof token === 'string') {
      if (around === undefined) emitPlain(token, classes, emit);
      else emit(around, token);
      continue;
    }
    const content = [token.content].flat();
    const first = typeof content[0] === 'string' ? content[0] : '';
    const own = classes.get(token.type) ?? tokenFor(token.type, first) ?? around;
    emitTokens(content, own, classes, emit);
  }
}

/** A lexer that uses a grammar of Prism, for the languages without a lexer of our own. Prism is loaded when it is first used. */
export function prismLexer(tag: string, grammarName: string): Lexer {
  let classes: PrismClasses | undefined;
  return {
    tag,
    start: () => ({
      feed(text, emit) {
        if (text === '') return;
        classes ??= prismClasses(tag);
        const grammar = grammarName === '' || text.length > MAX_LENGTH ? undefined : loadGrammar(grammarName);
        if (grammar === undefined || prism === undefined) emit(Token.Text, text);
        else emitTokens(prism.tokenize(text, grammar), undefined, classes, emit);
      },
    }),
  };
}
