import { inspect, isNil, toText, UttersonError } from '../../plugin/plugin.ts';
import { replaceElements, setChildren } from '../shared/html/edit.ts';
import type { HtmlElement, HtmlNode } from '../shared/html/node.ts';
import type { HtmlDocument } from '../shared/html/parse-document.ts';
import { parseHtml, withPrefixedLast } from '../shared/html/parse-html.ts';
import { selectElements } from '../shared/html/select.ts';
import { parseSelectors, type Selector } from '../shared/html/selector.ts';
import { writeDocument } from '../shared/html/write-document.ts';
import { rubyPattern } from '../shared/ruby-pattern.ts';
import { replaceAll } from '../shared/ruby-replace.ts';
import type { Processor } from './processor.ts';
import type { SpaceshipSettings } from './settings.ts';

/** A selector and what is done with the elements that it selects. */
interface Rule {
  readonly selectors: readonly Selector[];
  readonly change: unknown;
}

/** Changes elements that are selected by CSS, as the configuration says. */
export function createElements(settings: SpaceshipSettings): Processor {
  const list = settings.section('element', new Map<unknown, unknown>([['css', []]])).get('css');
  const rules = readRules(list);
  if (Array.isArray(list) && list.length === 0) return {};
  return {
    changeHtml(html, turn) {
      let document = turn.page.take(html);
      for (const rule of rules) {
        document = applyRule(document, rule);
        turn.isHandled = true;
      }
      return writeDocument(document);
    },
  };
}

function readRules(list: unknown): Rule[] {
  if (!Array.isArray(list)) throw invalid('css must be a list', list);
  return list.flatMap((entry: unknown) => {
    if (!(entry instanceof Map)) throw invalid('css: each entry must be a mapping', entry);
    return [...entry].flatMap(([key, change]) =>
      (Array.isArray(key) ? key : [key]).map((pattern) => ({ selectors: parseSelectors(toText(pattern)), change })),
    );
  });
}

function invalid(message: string, found: unknown): UttersonError {
  return new UttersonError(
    'InvalidConfiguration',
    `jekyll-spaceship: element-processor: ${message}, but is ${inspect(found)}.`,
    {
      hint: 'Write css: [{ "a.external": { props: { target: _blank } } }].',
    },
  );
}

/** A text replaces the element, a mapping changes its name, its attributes and what is in it. */
function applyRule(document: HtmlDocument, { selectors, change }: Rule): HtmlDocument {
  const selected = new Set(selectElements(document.nodes, selectors));
  if (typeof change === 'string') {
    const replace = (element: HtmlElement) => (selected.has(element) ? parseHtml(change) : undefined);
    return { ...document, nodes: replaceElements(document.nodes, replace) };
  }
  if (change instanceof Map) for (const element of selected) changeElement(element, change);
  return document;
}

function changeElement(element: HtmlElement, change: ReadonlyMap<unknown, unknown>): void {
  const name = change.get('name');
  if (!isNil(name)) element.name = toText(name);
  for (const [key, value] of entriesOf(change.get('props'))) setAttribute(element, toText(key), value);
  if (!change.has('children')) return;
  const children = change.get('children');
  placeChildren(element, children, isNil(children) ? [] : createChildren(children));
}

function entriesOf(value: unknown): [unknown, unknown][] {
  if (isNil(value)) return [];
  if (!(value instanceof Map)) throw invalid('props must be a mapping', value);
  return [...value];
}

/** A list of two is a pattern and its replacement, a mapping is a style. */
function setAttribute(element: HtmlElement, key: string, value: unknown): void {
  if (isNil(value)) throw invalid(`props: ${key} must have a value (as in the gem, none can be removed)`, value);
  if (!Array.isArray(value)) element.attributes.set(key, writeValue(value));
  else if (value.length === 2) {
    const [pattern, replacement] = value.map(toText);
    const { source, flags } = rubyPattern(pattern ?? '');
    const first = new RegExp(source, flags.replace('g', ''));
    element.attributes.set(key, replaceAll(element.attributes.get(key) ?? '', first, replacement ?? ''));
  }
}

function writeValue(value: unknown): string {
  if (!(value instanceof Map)) return toText(value);
  return [...value].map(([key, part]) => `${toText(key)}: ${toText(part)}`).join(';');
}

function createChildren(data: unknown): HtmlNode[] {
  return withPrefixedLast(mergeTexts((Array.isArray(data) ? data : [data]).flatMap(createChild)));
}

function createChild(data: unknown): readonly HtmlNode[] {
  if (typeof data === 'string') return parseHtml(data);
  if (!(data instanceof Map)) {
    if (isNil(data)) return [];
    throw invalid('children must be texts or mappings', data);
  }
  const name = data.get('name');
  if (isNil(name)) return [];
  const children = data.get('children');
  const element: HtmlElement = { kind: 'element', name: toText(name), attributes: new Map(), children: [] };
  for (const [key, value] of entriesOf(data.get('props'))) {
    element.attributes.set(toText(key), Array.isArray(value) ? inspect(value) : writeValue(value));
  }
  if (!isNil(children)) setChildren(element, createChildren(children));
  return [element];
}

/** In a list a null stands for what is in the element already; without one it is replaced. */
function placeChildren(element: HtmlElement, data: unknown, nodes: readonly HtmlNode[]): void {
  const own = [...element.children];
  const index = Array.isArray(data) ? data.findIndex(isNil) : -1;
  const last = Array.isArray(data) ? data.findLastIndex((item) => !isNil(item)) : -1;
  if (own.length === 0 || index === -1) setChildren(element, nodes);
  else if (index === 0) setChildren(element, [...own, ...nodes]);
  else if (index === last + 1) setChildren(element, [...nodes, ...own]);
  else setChildren(element, wrap(own, nodes, index));
}

/** As in the gem, the place of the null counts nodes, and a text there is on both sides. */
function wrap(own: readonly HtmlNode[], nodes: readonly HtmlNode[], index: number): HtmlNode[] {
  if (index > nodes.length) throw invalid('children: before the null there must be as many nodes as entries', index);
  const before = nodes.slice(0, nodes[index]?.kind === 'text' ? index + 1 : index);
  return [...before, ...own, ...nodes.slice(index)];
}

/** Texts that follow each other become one. */
function mergeTexts(nodes: readonly HtmlNode[]): HtmlNode[] {
  const merged: HtmlNode[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.kind === 'text' && last?.kind === 'text') last.text += node.text;
    else merged.push(node);
  }
  return merged;
}
