import { formatCode } from '../highlight/code-formatter.ts';
import type { Highlight } from '../kramdown/kramdown.ts';

/** Highlights kramdown's code blocks and spans, with Rouge's options from `syntax_highlighter_opts`. */
export const highlightCode: Highlight = (code, language, _kind, options) => formatCode(code, language, options);
