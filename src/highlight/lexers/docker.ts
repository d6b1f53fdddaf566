import { defineLexer, type States } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { shell } from './shell.ts';

const INSTRUCTION =
  '(?:FROM|MAINTAINER|CMD|LABEL|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|STOPSIGNAL|HEALTHCHECK|SHELL)';

const states = (): States<undefined> => ({
  root: [
    [/#[^\n]*/, Token.Comment],
    [
      /^(FROM)([ \t\r\f\v]+)(\S[^\n]*)([ \t\r\f\v]+)(AS)([ \t\r\f\v]+)([^\n]+)/im,
      [Token.Keyword, Token.Whitespace, Token.String, Token.Whitespace, Token.Keyword, Token.Whitespace, Token.String],
    ],
    [
      /^((?:ONBUILD\s+)?RUN\s+)((?:\\.|[^\\\n])*)/im,
      (lexing, [, instruction = '', command = '']) => {
        lexing.token(Token.Keyword, instruction);
        lexing.delegateAfresh(shell, command);
        lexing.push('run');
      },
    ],
    [
      new RegExp(`^(ONBUILD)(\\s+)(${INSTRUCTION})\\b([^\\n]*)`, 'im'),
      [Token.Keyword, Token.Whitespace, Token.Keyword, Token.String],
    ],
    [new RegExp(`^(${INSTRUCTION})\\b([^\\n]*)`, 'im'), [Token.Keyword, Token.String]],
    // A run of signs, in which a number sign begins no comment, may go on over white space and lines.
    [/\s+|[A-Za-z\d_]+|[^A-Za-z\d_]+/, Token.Text],
  ],
  run: [
    [/\n/, Token.Text, '#pop'],
    [/\\\n/, Token.StringEscape],
    [/(?:\\.|[^\\\n])+/, (lexing, [command]) => lexing.delegate(shell, command)],
  ],
});

/** Dockerfiles. */
export const docker = defineLexer({ tag: 'docker', states });
