import { addToGroup } from '../../util/add-to-group.ts';

/** The kind of thing that a piece of a Ruby plugin adds, in Jekyll's words. */
type RubyPieceKind = 'tag' | 'filter' | 'generator' | 'converter' | 'command' | 'hook' | 'drop' | 'patch of' | 'value';

/** Something that a Ruby file adds to Jekyll. */
export interface RubyPiece {
  readonly kind: RubyPieceKind;
  /** The name that templates use, the class name, a hook's owner and event, or the key of a value that pages or the site get. */
  readonly name: string;
  /** Counted from 1. */
  readonly line: number;
}

/**
 * Finds out what a Ruby plugin adds to Jekyll by reading its text. The plugin is never run.
 *
 * @example
 * readRubyPlugin("Liquid::Template.register_tag('year', Year)") // [{ kind: 'tag', name: 'year', line: 1 }]
 */
export function readRubyPlugin(ruby: string): readonly RubyPiece[] {
  const lines = blankOutComments(ruby).split('\n');
  const { methods, classes } = readStructure(lines);
  const called = lines.flatMap((line, index) => [
    ...readTags(line, index + 1),
    ...readFilters(line, index + 1, methods),
    ...readHooks(line, index + 1),
    ...readPatches(line, index + 1),
    ...readValues(line, index + 1),
  ]);
  return [...called, ...classes].sort((a, b) => a.line - b.line);
}

/**
 * Describes the pieces of a Ruby plugin in one line.
 *
 * @example
 * describeRubyPieces([{ kind: 'tag', name: 'a', line: 1 }, { kind: 'tag', name: 'b', line: 2 }]) // 'tags a, b'
 */
export function describeRubyPieces(pieces: readonly RubyPiece[]): string {
  const kinds = new Map<RubyPieceKind, Set<string>>();
  for (const { kind, name } of pieces) kinds.set(kind, (kinds.get(kind) ?? new Set()).add(name));
  const parts = [...kinds].map(([kind, names]) => {
    const noun = names.size === 1 || kind === 'patch of' ? kind : `${kind}s`;
    return `${noun} ${[...names].join(', ')}`;
  });
  return parts.length === 0 ? 'nothing that Jekyll asks for by name' : parts.join('; ');
}

/** Removes comments, and keeps the lines so that their numbers stay right. */
export function blankOutComments(ruby: string): string {
  const [code = ''] = ruby.replaceAll('\r\n', '\n').split(/^__END__$/m, 1);
  let isInside = false;
  const lines = code.split('\n').map((line) => {
    if (line.startsWith('=begin')) isInside = true;
    const kept = isInside ? '' : line.replace(/^(\s*)#.*|\s#\s.*$/, '$1');
    if (line.startsWith('=end')) isInside = false;
    return kept;
  });
  return lines.join('\n');
}

interface Structure {
  /** The public methods of each module and class, by its last name. */
  readonly methods: ReadonlyMap<string, readonly string[]>;
  readonly classes: readonly RubyPiece[];
}

interface Scope {
  readonly indent: number;
  readonly name: string;
  isPrivate: boolean;
}

const HEAD = /^([ \t]*)(module|class)[ \t]+(?:::)?([A-Z][\w:]*)(?:[ \t]*<[ \t]*(?:::)?([\w:]+))?/;
/** Methods of the module itself (`class << self`, `def self.included`) are no filters. */
const SINGLETON = /^[ \t]*class[ \t]*<</;
const METHOD = /^[ \t]*(?:(private|protected)[ \t]+)?def[ \t]+(?!self\.)([a-z_]\w*[?!]?)/;

/** Finds modules, classes and their methods by their indentation, which nearly all Ruby code follows. */
function readStructure(lines: readonly string[]): Structure {
  const methods = new Map<string, string[]>();
  const classes: RubyPiece[] = [];
  const scopes: Scope[] = [];
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const indent = line.length - line.trimStart().length;
    while ((scopes.at(-1)?.indent ?? -1) >= indent) scopes.pop();
    const [, , word, name, parent] = HEAD.exec(line) ?? [];
    if (word !== undefined && name !== undefined) {
      const piece = describeClass({ word, name: fullName(scopes, name), parent });
      if (piece !== undefined) classes.push({ ...piece, line: index + 1 });
      if (!/[;\s]end\s*$/.test(line)) scopes.push({ indent, name, isPrivate: false });
      return;
    }
    if (SINGLETON.test(line)) {
      scopes.push({ indent, name: 'self', isPrivate: true });
      return;
    }
    const scope = scopes.at(-1);
    if (scope !== undefined) readMethod(line, scope, methods);
  });
  return { methods, classes };
}

function readMethod(line: string, scope: Scope, methods: Map<string, string[]>): void {
  if (/^\s*(?:private|protected)\s*$/.test(line)) scope.isPrivate = true;
  const [, word, name] = METHOD.exec(line) ?? [];
  if (name === undefined || word !== undefined || scope.isPrivate || name === 'initialize') return;
  addToGroup(methods, lastName(scope.name), name);
}

/** A class name with its namespaces: `Jekyll::Tags::Year`. */
function fullName(scopes: readonly Scope[], name: string): string {
  return [...scopes.map((scope) => scope.name), name].join('::');
}

const lastName = (name: string): string => name.slice(name.lastIndexOf(':') + 1);

interface ClassHead {
  readonly word: string;
  /** With its namespaces. */
  readonly name: string;
  readonly parent: string | undefined;
}

/** The classes whose subclasses Jekyll finds and uses by itself. */
const PARENTS: readonly (readonly [RegExp, RubyPieceKind])[] = [
  [/^(?:Jekyll::)?Generator$/, 'generator'],
  [/^(?:Jekyll::)?(?:Converter|Converters::\w+)$/, 'converter'],
  [/^(?:Jekyll::)?Command$/, 'command'],
  [/^(?:Liquid::Drop|(?:Jekyll::)?Drops::\w+)$/, 'drop'],
];

/** Jekyll's own classes and modules, which a file that reopens them patches. Other modules are mere namespaces. */
const OPENED =
  /^(?:Cache|Cleaner|Collection|Configuration|Converter|DataReader|Document|EntryFilter|Excerpt|FrontmatterDefaults|Layout|LayoutReader|LiquidRenderer|Page|PageReader|PostReader|Publisher|Reader|Regenerator|Renderer|Site|StaticFile|Theme|URL)$/;
const OPENED_MODULES = /^(?:Convertible|Filters|Hooks|Utils)$/;

function describeClass({ word, name, parent }: ClassHead): Omit<RubyPiece, 'line'> | undefined {
  const kind = PARENTS.find(([pattern]) => parent !== undefined && pattern.test(parent))?.[1];
  if (kind !== undefined) return { kind, name: lastName(name) };
  return parent === undefined && isOpened(word, name) ? { kind: 'patch of', name } : undefined;
}

function isOpened(word: string, name: string): boolean {
  if (/^(?:Liquid|Kramdown|Rouge)::/.test(name)) return word === 'class';
  const [, inside = ''] = /^Jekyll::(\w+)$/.exec(name) ?? [];
  return (word === 'class' ? OPENED : OPENED_MODULES).test(inside);
}

// The calls that register something, with or without brackets, and those that patch a class from outside.
const TAG = /\bregister_tag\b[\s(]*(?:["':]([\w-]+)|(\w+))/g;
const FILTER = /\bregister_filter\b[\s(]*(?:::)?([A-Z][\w:]*)/g;
const HOOK = /\bHooks\.register\b[\s(]*(\[[^\]]*\]|%[iw]\[[^\]]*\]|:?\w+)\s*,\s*(\[[^\]]*\]|%[iw]\[[^\]]*\]|:?\w+)/g;
const VALUE = /\b(?:data|config)\[[ \t]*["':]([\w-]+)["']?[ \t]*\][ \t]*(?:\|\|)?=(?![=~>])/g;
const PATCH =
  /\b((?:Jekyll|Liquid|Kramdown|Rouge)(?:::\w+)+)\.(?:class_eval|instance_eval|module_eval|prepend|include|send\b[\s(]*:(?:prepend|include|define_method))/g;

function readTags(line: string, number: number): RubyPiece[] {
  return [...line.matchAll(TAG)].map(([, name, variable]) => ({
    kind: 'tag',
    name: name ?? `(named by ${variable})`,
    line: number,
  }));
}

/** Each method of a registered module is a filter. If the module is defined elsewhere, the module itself is named. */
function readFilters(line: string, number: number, methods: ReadonlyMap<string, readonly string[]>): RubyPiece[] {
  return [...line.matchAll(FILTER)].flatMap(([, module = '']) => {
    const names = methods.get(lastName(module)) ?? [`of ${module}`];
    return names.map((name): RubyPiece => ({ kind: 'filter', name, line: number }));
  });
}

function readHooks(line: string, number: number): RubyPiece[] {
  return [...line.matchAll(HOOK)].flatMap(([, owners = '', events = '']) =>
    wordsOf(owners).flatMap((owner) =>
      wordsOf(events).map((event): RubyPiece => ({ kind: 'hook', name: `${owner} ${event}`, line: number })),
    ),
  );
}

const wordsOf = (list: string): string[] => list.replace(/^%[iw]/, '').match(/\w+/g) ?? [];

function readPatches(line: string, number: number): RubyPiece[] {
  return [...line.matchAll(PATCH)].map(([, name = '']) => ({ kind: 'patch of', name, line: number }));
}

/** What nearly every page has: that a file sets it says nothing. */
const USUAL_VALUES: ReadonlySet<string> = new Set(
  'author categories category content date description excerpt id image lang layout name path permalink slug tag tags title url'.split(
    ' ',
  ),
);

/** Keys of a page's data or of the configuration that are assigned to. */
function readValues(line: string, number: number): RubyPiece[] {
  const names = [...line.matchAll(VALUE)].map(([, name = '']) => name);
  return names.filter((name) => !USUAL_VALUES.has(name)).map((name) => ({ kind: 'value', name, line: number }));
}
