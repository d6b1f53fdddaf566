import { UttersonError, type UttersonErrorOptions } from '../errors.ts';
import { pluginsPage } from '../plugin/plugins-page.ts';
import { decodeText } from '../util/encoding.ts';
import type { ReadTree } from '../util/files/tree.ts';
import type { Message } from './ruby-machine.ts';
import { fromRubyPath } from './ruby-path.ts';

interface Sources {
  readonly source: string;
  readonly tree: ReadTree;
}

/** An exception of Ruby code, at its line in the site's file. */
export function rubyError(error: Message, sources: Sources): UttersonError {
  const isUnsupported = error['unsupported'] === true;
  const message = String(error['message']);
  const text = isUnsupported ? message : `${error['class']}: ${message}`;
  return new UttersonError(isUnsupported ? 'RubyUnsupported' : 'RubyError', text, {
    ...placeIn(error['trace'] as readonly string[], sources),
    ...(isUnsupported
      ? {
          hint: `\`ruby_plugins: false\` builds the site without its Ruby files. ${pluginsPage()} says what they can do here.`,
        }
      : {}),
  });
}

/** The first line of the trace in a file of the site: `/site/_plugins/a.rb:3:in 'render'`. */
function placeIn(trace: readonly string[], { source, tree }: Sources): UttersonErrorOptions {
  for (const entry of trace) {
    const [, rubyPath = '', line] = /^(.+\.rb):(\d+)/.exec(entry) ?? [];
    const path = fromRubyPath(rubyPath);
    if (!path.startsWith(`${source}/`) || tree.status(path)?.kind !== 'file') continue;
    return { file: path, line: Number(line), source: decodeText(tree.read(path)) };
  }
  return {};
}
