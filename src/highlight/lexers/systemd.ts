import { defineLexer } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';

/** Unit files of systemd. */
export const systemd = defineLexer({
  tag: 'systemd',
  states: () => ({
    root: [
      [/\s+/, Token.Text],
      [/[#;][^\n]*/, Token.Comment],
      [/\[[^\]\n]*\]$/, Token.Keyword],
      [/[^\s=[#;][^\n=[]{0,200}(?==)/, Token.NameTag],
      [/=/, Token.Punctuation, 'value'],
      [/\S+/, Token.Error],
    ],
    value: [
      [/\\\n/, Token.StringEscape],
      [/[^\n\\]+|\\/, Token.Text],
      [/\n/, Token.Text, '#pop'],
    ],
  }),
});
