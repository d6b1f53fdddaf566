import { formatCode } from '../highlight/code-formatter.ts';
import type { Highlight } from '../kramdown/kramdown.ts';

/** Highlights the code of kramdown's blocks and spans, with Rouge's options under `syntax_highlighter_opts`. */
export const highlightCode: Highlight = (code, language, _kind, options) => formatCode(code, language, options);
