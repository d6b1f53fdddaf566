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
  /** The lines to mark, counted from 1; null without `mark_lines`. */
  readonly markedLines: readonly number[] | null;
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
        return prefix + inFigure(formatCode(code, options, context.register(SITE)), options.language) + suffix;
      },
    };
  },
};

function readOptions(tag: TagSource): HighlightOptions {
  const match = SYNTAX.exec(strip(tag.markup));
  if (match === null) {
    const markup = strip(tag.markup);
    throw syntaxError(
      tag,
      `Syntax Error in tag 'highlight' while parsing the following markup:\n\n${markup}\n\n` +
        'Valid syntax: highlight <lang> [linenos] [mark_lines="3 4 5"]',
    );
  }
  const options = new Map([...(match[2] ?? '').matchAll(OPTION)].map(([option]) => splitOption(option)));
  return {
    language: (match[1] ?? '').toLowerCase(),
    hasLineNumbers: options.has('linenos'),
    markedLines: options.has('mark_lines') ? readLines(options.get('mark_lines'), tag) : null,
  };
}

function splitOption(option: string): [string, string | true] {
  const [key = '', value] = option.split('=');
  return [key, value ?? true];
}

function readLines(value: string | true | undefined, tag: TagSource): readonly number[] {
  if (typeof value === 'string' && value.includes('"')) return value.replaceAll('"', '').split(/\s+/).map(Number);
  throw syntaxError(tag, 'Syntax Error for mark_lines declaration. Expected a double-quoted list of integers.');
}

/** Jekyll raises Ruby's SyntaxError here, not Liquid's, so the message does not begin with `Liquid syntax error (line N)`. */
function syntaxError(tag: TagSource, message: string): UttersonError {
  return new UttersonError('LiquidSyntaxError', message, {
    line: tag.line,
    hint: 'For example: {% highlight ruby linenos mark_lines="1 2" %}.',
  });
}

function formatCode(code: string, options: HighlightOptions, site: Site): string {
  const highlighter = site.config.get('highlighter');
  if (highlighter !== 'rouge' && highlighter !== 'pygments') return strip(escapeCgi(code));
  if (highlighter === 'pygments') {
    site.log.warn('Warning:', 'Highlight Tag no longer supports rendering with Pygments.');
    site.log.warn('', 'Using the default highlighter, Rouge, instead.');
  }
  const { language, markedLines } = options;
  const html = markedLines === null ? highlight(code, language) : formatMarkedLines(lex(code, language), markedLines);
  return options.hasLineNumbers ? formatTable(html, code, { gutter: 'gutter', code: 'code' }) : html;
}

function inFigure(html: string, language: string): string {
  const name = language.replaceAll('+', '-');
  const code = html.replace(/\r?\n$|\r$/, '');
  return `<figure class="highlight"><pre><code class="language-${name}" data-lang="${language}">${code}</code></pre></figure>`;
}
