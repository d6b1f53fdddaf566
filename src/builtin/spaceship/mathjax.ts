import { asHash, isNil, type PluginTools, type ReadonlyHash, toText, UttersonError } from '../../plugin/plugin.ts';
import { elementsNamed } from '../shared/html/edit.ts';
import { contentOf, type HtmlElement, type HtmlNode, visitElements } from '../shared/html/node.ts';
import { parseContent } from '../shared/html/parse-html.ts';
import { writeDocument } from '../shared/html/write-document.ts';
import { rubyPattern } from '../shared/ruby-pattern.ts';
import { replaceLiteral } from '../shared/ruby-replace.ts';
import { MARKS } from './exclusions.ts';
import { LINE_END, SPACES } from './lines.ts';
import type { Processor } from './processor.ts';
import type { SpaceshipSettings } from './settings.ts';

const DEFAULTS = new Map<unknown, unknown>([
  [
    'src',
    [
      'https://polyfill.io/v3/polyfill.min.js?features=es6',
      'https://cdn.jsdelivr.net/npm/mathjax@3/es5/tex-mml-chtml.js',
    ],
  ],
  [
    'config',
    new Map([
      [
        'tex',
        new Map([
          [
            'inlineMath',
            [
              ['$', '$'],
              ['\\(', '\\)'],
            ],
          ],
          [
            'displayMath',
            [
              ['$$', '$$'],
              ['\\[', '\\]'],
            ],
          ],
        ]),
      ],
    ]),
  ],
  [
    'optimize',
    new Map<unknown, unknown>([
      ['enabled', true],
      ['include', []],
      ['exclude', []],
    ]),
  ],
]);
const POLYFILL_HOST = /\/\/(?:cdn\.)?polyfill\.io\//;
const POLYFILL_WARNING =
  'pages with formulas load a script from polyfill.io, which gave out harmful code in 2024. ' +
  'Set src under mathjax-processor to https://cdn.jsdelivr.net/npm/mathjax@3/es5/tex-mml-chtml.js alone.';
/** Beside it, a site's own `svg` is written too: in the gem this key is a symbol, not a text. */
const DEFAULT_SVG = '"svg":{"fontCache":"global"}';

/** Where a line begins, if there is anything in it. */
const LINE_START = '(?:(?<![\\s\\S])|(?<=\\n))';
/** Backslashes, but for one that begins a line and one before the last character of a line. */
const BACKSLASH = new RegExp(`(?<!${LINE_START})\\\\(?![^${SPACES}]${LINE_END})`, 'g');

const DOUBLE_BACKSLASH = new RegExp(`\\\\\\\\(?=[${SPACES}])`, 'g');
const WITHOUT_FORMULAS: ReadonlySet<string> = new Set(['code', 'pre', 'figure']);
/** What may be beside the text of a formula. */
const BESIDE_TEXT: ReadonlySet<string> = new Set(['text', 'br', 'span', 'img', 'svg', 'a']);

/** A formula and what is between its delimiters. */
type Formula = readonly [whole: string, body: string];

/** Finds the formulas of one kind in a text. */
type FormulaFinder = (text: string) => Iterable<Formula>;

/** MathJax: pages with formulas get its script, and their formulas get past Markdown. */
export function createMathjax(settings: SpaceshipSettings): Processor {
  const section = settings.section('mathjax', DEFAULTS);
  const config = asHash(section.get('config'));
  const optimize = asHash(section.get('optimize'));
  const finders = readFinders(config, optimize);
  const sources = section.get('src');
  let isWarned = false;
  return {
    mark: MARKS.mathjax,
    changeMarkdown: (text) => escapeFormulas(text, finders),
    changeHtml(html, turn) {
      const { nodes } = turn.page.look(html);
      if (optimize.get('enabled') === true && !hasFormula(nodes, finders)) return html;
      const document = turn.page.take(html);
      const [head] = elementsNamed(document.nodes, 'head');
      if (head === undefined) return html;
      turn.isHandled = true;
      if (!isWarned && [sources].flat().some((source) => POLYFILL_HOST.test(toText(source)))) {
        turn.item.site.log.warn('Spaceship:', POLYFILL_WARNING);
        isWarned = true;
      }
      addScript(head, `<script>MathJax=${writeConfig(config, turn.tools)}</script>`);
      for (const source of [sources].flat()) addScript(head, `<script src="${toText(source)}"></script>`);
      return writeDocument(document);
    },
  };
}

function addScript(head: HtmlElement, source: string): void {
  for (const node of parseContent(source)) head.children.push(node);
}

function writeConfig(config: ReadonlyHash, tools: PluginTools): string {
  const json = (value: unknown) => toText(tools.filter('jsonify', value));
  const entries = [...config].map(([key, value]) => `${json(toText(key))}:${json(value)}`);
  // The symbol stands where the default has it, after `tex`.
  entries.splice(1, 0, DEFAULT_SVG);
  return `{${entries.join(',')}}`;
}

/** A finder for each pair of delimiters and each pattern of the site's own, in their order. */
function readFinders(config: ReadonlyHash, optimize: ReadonlyHash): FormulaFinder[] {
  const listed = (key: string) => [optimize.get(key)].flat().filter((pattern) => !isNil(pattern));
  const excluded = listed('exclude').map((pattern) => rubyPattern(toText(pattern)));
  const isMeant = ([whole, body]: Formula) => body !== '' && !excluded.some((pattern) => whole.search(pattern) !== -1);
  const finders: FormulaFinder[] = [];
  for (const [start, end] of readDelimiters(config)) finders.push((text) => findBetween(text, start, end));
  for (const source of listed('include')) {
    const pattern = rubyPattern(`(${toText(source)})`);
    finders.push((text) => findByPattern(text, pattern));
  }
  return finders.map((find) => (text: string) => [...find(text)].filter(isMeant));
}

function readDelimiters(config: ReadonlyHash): [start: string, end: string][] {
  const delimiters: [string, string][] = [];
  for (const section of ['tex', 'tex2jax']) {
    for (const key of ['inlineMath', 'displayMath']) {
      const pairs = asHash(config.get(section)).get(key);
      for (const pair of Array.isArray(pairs) ? pairs : []) delimiters.push([toText(pair[0]), toText(pair[1])]);
    }
  }
  return delimiters;
}

function* findByPattern(text: string, pattern: RegExp): Generator<Formula> {
  for (const { 1: whole = '', 2: body } of text.matchAll(pattern)) {
    if (body === undefined) {
      throw new UttersonError('InvalidConfiguration', `optimize: include: ${pattern.source} has no group.`, {
        hint: 'Put what is between the delimiters of a formula in parentheses: \\(\\((.*?)\\)\\).',
      });
    }
    yield [whole, body];
  }
}

/** Finds what is between delimiters that have no two backslashes before them. */
function* findBetween(text: string, start: string, end: string): Generator<Formula> {
  const next = (delimiter: string, from: number) => {
    let at = text.indexOf(delimiter, from);
    while (at !== -1 && text.slice(Math.max(0, at - 2), at) === '\\\\') at = text.indexOf(delimiter, at + 1);
    return at;
  };
  if (start === '' || end === '') return;
  for (let at = next(start, 0); at !== -1; ) {
    const close = next(end, at + start.length);
    if (close === -1) return;
    yield [text.slice(at, close + end.length), text.slice(at + start.length, close)];
    at = next(start, close + end.length);
  }
}

/** Escapes what Markdown would change in formulas. As in the gem, each is replaced wherever its text occurs. */
function escapeFormulas(text: string, finders: readonly FormulaFinder[]): string {
  let escaped = text;
  const done = new Set<string>();
  for (const find of finders) {
    for (const [formula] of find(escaped)) {
      if (done.has(formula)) continue;
      const replacement = escapeFormula(formula);
      const expanded = replaceLiteral(formula, formula, replacement);
      if (expanded !== formula) escaped = replaceLiteral(escaped, formula, replacement);
      if (expanded === formula || !expanded.includes(formula)) done.add(formula);
    }
  }
  return escaped;
}

/** The replacement for a formula, in which two backslashes stand for one. */
function escapeFormula(formula: string): string {
  return formula
    .replace(BACKSLASH, '\\\\')
    .replace(/(?<!\\)\$\$/g, '\\$$\\$$')
    .replace(DOUBLE_BACKSLASH, '\\\\\\')
    .replace(/\\ /g, '\\\\ ');
}

function hasFormula(nodes: readonly HtmlNode[], finders: readonly FormulaFinder[]): boolean {
  let isFound = false;
  for (const body of elementsNamed(nodes, 'body')) {
    visitElements(withoutCode(body.children), (element) => {
      if (isFound || !holdsText(element)) return;
      const text = contentOf(element);
      isFound = finders.some((find) => [...find(text)].length > 0);
    });
  }
  return isFound;
}

function withoutCode(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (node.kind !== 'element') return [node];
    const isMath = node.name === 'script' && (node.attributes.get('type') ?? '').includes('math/tex');
    if (WITHOUT_FORMULAS.has(node.name) || (node.name === 'script' && !isMath)) return [];
    return [{ ...node, children: withoutCode(node.children) }];
  });
}

function holdsText({ children }: HtmlElement): boolean {
  return (
    children.length > 0 &&
    children.every((child) => child.kind === 'text' || (child.kind === 'element' && BESIDE_TEXT.has(child.name)))
  );
}
