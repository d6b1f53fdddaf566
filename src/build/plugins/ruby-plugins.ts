import { UttersonError } from '../../errors.ts';
import { pluginsPage } from '../../plugin/plugins-page.ts';
import type { Registry } from '../../plugin/registry.ts';
import { rubyTag } from '../../plugin/ruby-tag.ts';
import { RUBY_PACKAGE } from '../../ruby/ruby-machine.ts';
import { decodeText } from '../../util/encoding.ts';
import type { ReadTree } from '../../util/files/tree.ts';
import type { Log } from '../../util/program/log.ts';
import { describeRubyPieces, type RubyPiece, readRubyPlugin } from './read-ruby-plugin.ts';
import { builtinsLike } from './ruby-likenesses.ts';
import { RubyUses } from './ruby-uses.ts';
import type { RubyRefusal } from './run-ruby-files.ts';

/** Where the Ruby files come from, and how to report them. */
interface RubyPluginSources {
  readonly source: string;
  readonly tree: ReadTree;
  readonly log: Log;
  /** The absolute paths of the folders with layouts and includes. */
  readonly templateFolders: readonly string[];
  /** Whether a plugin that cannot run stops the build. */
  readonly isStrict: boolean;
}

interface RubyFile {
  /** The path for messages: relative to the source, if it is inside. */
  readonly name: string;
  readonly pieces: readonly RubyPiece[];
  /** Why it does not run; undefined if no Ruby file does. */
  readonly reason: string | undefined;
}

/**
 * Warns about a site's plugins that are written in Ruby, and says what they would add. Using one of their tags is an error
 * with a hint at its file. To be called after all other plugins have been added: what those provide is not missing.
 *
 * @throws {UttersonError} `RubyPlugin` if `isStrict`
 */
export function reportRubyPlugins(
  registry: Registry,
  refusals: readonly RubyRefusal[],
  sources: RubyPluginSources,
): void {
  if (refusals.length === 0) return;
  const files = refusals.map((refusal) => readFile(refusal, sources));
  const uses = new RubyUses(sources.tree, sources.source, sources.templateFolders);
  const lines = files.map((file) => describeFile(file, registry, uses));
  if (sources.isStrict) throw strictError(lines, lacksInterpreter(files));
  for (const line of lines) sources.log.warn('Plugin:', line);
  sources.log.warn('', adviceFor(files));
  for (const { name: file, pieces, reason } of files) {
    const tags = pieces.filter(({ kind, name }) => kind === 'tag' && registry.liquid.findTag(name) === undefined);
    for (const tag of tags) {
      registry.addTag(tag.name, rubyTag(tag.name, `${file}:${tag.line}`, adviceOnTag(tag, reason)));
    }
  }
}

const INSTALL = `\`npm install ${RUBY_PACKAGE}\` lets Ruby files run, in a sandbox and without Ruby itself.`;

function adviceFor(files: readonly RubyFile[]): string {
  const more = `${pluginsPage()} says more. To stop here instead, use --strict-plugins.`;
  return lacksInterpreter(files) ? `${INSTALL} ${more}` : more;
}

function adviceOnTag(tag: RubyPiece, reason: string | undefined): string {
  const [builtin] = builtinsLike([tag]);
  const use = `A tag of that name is built in: to use it, add ${builtin} under plugins: in _config.yml.`;
  const advice = [...(reason === undefined ? [INSTALL] : []), ...(builtin === undefined ? [] : [use])];
  const write = advice.length === 0 ? 'Write' : 'Or write';
  return [...advice, `${write} it in JavaScript: ${pluginsPage()} explains how.`].join(' ');
}

const lacksInterpreter = (files: readonly RubyFile[]): boolean => files.some(({ reason }) => reason === undefined);

function readFile({ path, reason }: RubyRefusal, { source, tree }: RubyPluginSources): RubyFile {
  const name = path.startsWith(`${source}/`) ? path.slice(source.length + 1) : path;
  return { name, reason, pieces: readRubyPlugin(decodeText(tree.read(path))) };
}

function describeFile({ name, pieces, reason }: RubyFile, registry: Registry, uses: RubyUses): string {
  const covered = pieces.filter((piece) => isCovered(piece, registry));
  const lost = pieces.filter((piece) => !covered.includes(piece));
  const isExplained = lost.length === 0 && (pieces.length > 0 || reason !== undefined);
  const what = isExplained ? '' : ` (${describeRubyPieces(lost)})`;
  const places = uses.describe(lost);
  const alike = builtinsLike(lost).filter((plugin) => !registry.has(plugin));
  const notes = [
    `${name} is written in Ruby and does not run here${what}${reason === undefined ? '' : `: ${reason}`}`,
    ...(places === '' ? [] : [`used in ${places}`]),
    ...(covered.length > 0 ? [`here already: ${describeRubyPieces(covered)}`] : []),
    ...(alike.length > 0 ? [`built in, and perhaps what you need: ${alike.join(', ')}`] : []),
  ];
  return notes.join('; ');
}

/** Whether a built-in or JavaScript plugin provides a tag or filter with the same name. */
function isCovered({ kind, name }: RubyPiece, { liquid }: Registry): boolean {
  if (kind === 'tag') return liquid.findTag(name) !== undefined;
  return kind === 'filter' && liquid.findFilter(name) !== undefined;
}

function strictError(lines: readonly string[], isWithout: boolean): UttersonError {
  return new UttersonError('RubyPlugin', lines.join('\n'), {
    hint: `${isWithout ? `${INSTALL} Otherwise write` : 'Write'} them in JavaScript (${pluginsPage()} explains how), or build without --strict-plugins to go on without them.`,
  });
}
