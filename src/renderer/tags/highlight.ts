import { UttersonError } from '../../errors.ts';
import { formatMarkedLines } from '../../highlight/formatters/marked-lines.ts';
import { formatTable } from '../../highlight/formatters/table.ts';
import { highlight, lex } from '../../highlight/highlight.ts';
import type { TagSource } from '../../liquid/tag.ts';
import type { TagDefinition } from '../../plugin/define-plugin.ts';
import { SITE } from '../../plugin/registers.ts';
import type { Site } from '../../site/site.ts';
import { escapeCgi } from '../../util/escape-html.ts';
import { toText } from '../../util/values/inspect.ts';
import { strip } from '../../util/values/ruby-text.ts';

const SYNTAX = /^([a-zA-Z0-9.+#_-]+)((?:\s+\w+(?:=(?:\w+|"(?:[0-9]+\s)*[0-9]+"))?)*)$/m;
const OPTION = /(?:\w="[^"]*"|\w=\w|\w)+/g;

interface HighlightOptions {
  readonly language: string;
  readonly hasLineNumbers: boolean;
  /** The lines to mark, as they are written; true without a list, null without `mark_lines`. */
  readonly markedLines: string | true | null;
}

/** `{% highlight ruby linenos mark_lines="1 2" %} … {% endhighlight %}` */
export const highlightTag: TagDefinition = {
  isBlock: true,
  parse: (tag) => {
    const options = readOptions(tag);
    const body = tag.parseBody();
    return {
      render: (context) => {
        const code = body.render(context).replace(/^[\n\r]+|[\n\r]+$/g, '');
        const prefix = toText(context.find('highlighter_prefix'));
        const suffix = toText(context.find('highlighter_suffix'));
        const highlighted = formatCode(code, options, { site: context.register(SITE), line: tag.line });
        return prefix + inFigure(highlighted, options.language) + suffix;
      },
    };
  },
};

function readOptions(tag: TagSource): HighlightOptions {
  const match = SYNTAX.exec(strip(tag.markup));
  if (match === null) {
    const markup = strip(tag.markup);
    throw syntaxError(
      tag.line,
      `Syntax Error in tag 'highlight' while parsing the following markup:\n\n${markup}\n\n` +
        'Valid syntax: highlight <lang> [linenos] [mark_lines="3 4 5"]',
    );
  }
  const options = new Map([...(match[2] ?? '').matchAll(OPTION)].map(([option]) => splitOption(option)));
  return {
    language: (match[1] ?? '').toLowerCase(),
    hasLineNumbers: options.has('linenos'),
    markedLines: options.get('mark_lines') ?? null,
  };
}

function splitOption(option: string): [string, string | true] {
  const [key = '', value] = option.split('=');
  return [key, value ?? true];
}

/** Jekyll looks at the lines only when it marks them, which no other highlighter does. */
function readLines(value: string | true, line: number): readonly number[] {
  if (value !== true && value.includes('"')) return value.replaceAll('"', '').split(/\s+/).map(Number);
  throw syntaxError(line, 'Syntax Error for mark_lines declaration. Expected a double-quoted list of integers.');
}

/** Jekyll raises Ruby's SyntaxError here, not Liquid's, so the message does not begin with `Liquid syntax error (line N)`. */
function syntaxError(line: number, message: string): UttersonError {
  return new UttersonError('LiquidSyntaxError', message, {
    line,
    hint: 'For example: {% highlight ruby linenos mark_lines="1 2" %}.',
  });
}

function formatCode(code: string, options: HighlightOptions, { site, line }: { site: Site; line: number }): string {
  const highlighter = site.config.get('highlighter');
  if (highlighter !== 'rouge' && highlighter !== 'pygments') return strip(escapeCgi(code));
  if (highlighter === 'pygments') {
    site.log.warn('Warning:', 'Highlight Tag no longer supports rendering with Pygments.');
    site.log.warn('', 'Using the default highlighter, Rouge, instead.');
  }
  const { language, markedLines } = options;
  const html =
    markedLines === null
      ? highlight(code, language)
      : formatMarkedLines(lex(code, language), readLines(markedLines, line));
  return options.hasLineNumbers ? formatTable(html, code, { gutter: 'gutter', code: 'code' }) : html;
}

function inFigure(html: string, language: string): string {
  const name = language.replaceAll('+', '-');
  const code = html.replace(/\r?\n$|\r$/, '');
  return `<figure class="highlight"><pre><code class="language-${name}" data-lang="${language}">${code}</code></pre></figure>`;
}
