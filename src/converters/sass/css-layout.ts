/** The styles of libsass in which Dart Sass does not print. */
type CssLayout = 'compact' | 'expanded';

interface Comment {
  readonly kind: 'comment';
  readonly text: string;
}

/** A declaration, or an at-rule without a block; the text is without the semicolon. */
interface Statement {
  readonly kind: 'statement';
  readonly text: string;
}

interface Block {
  readonly kind: 'block';
  /** The selectors, or the at-rule. */
  readonly header: string;
  readonly children: CssNode[];
}

type CssNode = Comment | Statement | Block;

/**
 * Lays out CSS as libsass does, which version 2 of jekyll-sass-converter uses: with each rule on one line (`compact`, the
 * default there), or with an empty line after each (`expanded`). Values stay as they are.
 *
 * @param css what Dart Sass has printed in its own style `expanded`
 *
 * @example
 * layOutCss('a {\n  b: c;\n  d: e;\n}', 'compact') // 'a { b: c; d: e; }\n'
 */
export function layOutCss(css: string, layout: CssLayout): string {
  const nodes = new CssReader(css).read();
  const lines = nodes.map((node, index) => {
    const isFollowedBlock = node.kind === 'block' && index < nodes.length - 1;
    return (layout === 'compact' ? compactNode(node, 0) : expandedNode(node, '')) + (isFollowedBlock ? '\n\n' : '\n');
  });
  return lines.join('');
}

/** In the rules for key frames, all children but the first are on lines of their own. */
function compactNode(node: CssNode, depth: number, isInFrames = false): string {
  if (node.kind === 'comment') return compactComment(node.text);
  if (node.kind === 'statement') return `${onOneLine(node.text)};`;
  const hasLines = isInFrames || /^@(?:-\w+-)?keyframes/.test(node.header);
  const children = node.children.map((child, index) => {
    const space = index > 0 && hasLines ? `\n${'  '.repeat(depth + 1)}` : ' ';
    return space + compactNode(child, depth + 1, hasLines);
  });
  return `${onOneLine(node.header)} {${children.join('')} }`;
}

/** The value of a custom property stays as it was written. */
function onOneLine(text: string): string {
  return text.startsWith('--') ? text : text.replace(/\s*\n\s*/g, ' ');
}

/** Joins the lines of a comment without the asterisks before them, if any line since the last empty one is indented. */
function compactComment(text: string): string {
  const [first = '', ...others] = text.split('\n');
  let joined = first;
  let isIndented = false;
  for (const line of others) {
    const [start = ''] = /^[ \t*]*/.exec(line) ?? [];
    const rest = line.slice(start.length);
    if (rest === '') isIndented = false;
    else {
      isIndented ||= /[ \t]/.test(start);
      joined += rest.startsWith('/') && start.endsWith('*') ? ` *${rest}` : ` ${rest}`;
    }
  }
  return isIndented ? joined : text;
}

function expandedNode(node: CssNode, indentation: string): string {
  if (node.kind === 'comment') return indentation + node.text;
  if (node.kind === 'statement') return `${indentation}${node.text};`;
  const children = node.children.map((child) => `${expandedNode(child, `${indentation}  `)}\n`);
  // Of several selectors only the first one is indented.
  return `${indentation}${node.header.replace(/\n\s*/g, '\n')} {\n${children.join('')}${indentation}}`;
}

/** Reads CSS as Dart Sass prints it, so it is well-formed. */
class CssReader {
  readonly #css: string;
  #at = 0;

  constructor(css: string) {
    this.#css = css;
  }

  /** The nodes up to the end of the block, or of the CSS. */
  read(): CssNode[] {
    const nodes: CssNode[] = [];
    for (this.#skipSpace(); this.#at < this.#css.length; this.#skipSpace()) {
      if (this.#css[this.#at] === '}') break;
      nodes.push(this.#css.startsWith('/*', this.#at) ? this.#comment() : this.#statementOrBlock());
    }
    this.#at++;
    return nodes;
  }

  #skipSpace(): void {
    while (/\s/.test(this.#css[this.#at] ?? '')) this.#at++;
  }

  #comment(): Comment {
    const start = this.#at;
    this.#at = this.#css.indexOf('*/', start) + 2;
    return { kind: 'comment', text: this.#css.slice(start, this.#at) };
  }

  #statementOrBlock(): Statement | Block {
    const start = this.#at;
    const end = this.#findEnd(this.#css.startsWith('--', start));
    const text = this.#css.slice(start, end).trim();
    const isBlock = this.#css[end] === '{';
    this.#at = this.#css[end] === '}' ? end : end + 1;
    return isBlock ? { kind: 'block', header: text, children: this.read() } : { kind: 'statement', text };
  }

  /** Where a `;`, `{` or `}` ends what is read: not in a string, a comment or brackets. Braces belong to a custom property. */
  #findEnd(isCustomProperty: boolean): number {
    const pieces = /\\.|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\*.*?\*\/|[([{)\]};]/gs;
    pieces.lastIndex = this.#at;
    let depth = 0;
    for (let found = pieces.exec(this.#css); found !== null; found = pieces.exec(this.#css)) {
      const [piece] = found;
      const isBrace = piece === '{' || piece === '}';
      if (depth === 0 && (piece === ';' || (isBrace && !(isCustomProperty && piece === '{')))) return found.index;
      if (piece === '(' || piece === '[' || (isCustomProperty && piece === '{')) depth++;
      else if (piece === ')' || piece === ']' || (isCustomProperty && piece === '}')) depth--;
    }
    return this.#css.length;
  }
}
