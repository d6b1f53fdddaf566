import { UttersonError } from '../errors.ts';
import { pluginsPage } from '../plugin/plugins-page.ts';
import { describeRubyPieces, type RubyPiece, readRubyPlugin } from '../plugin/read-ruby-plugin.ts';
import type { Registry } from '../plugin/registry.ts';
import { rubyTag } from '../plugin/ruby-tag.ts';
import { decodeText } from '../util/encoding.ts';
import type { Log } from '../util/log.ts';
import type { ReadTree } from '../util/tree.ts';
import { builtinsLike } from './ruby-likenesses.ts';
import { RubyUses } from './ruby-uses.ts';

/** Where the Ruby files come from, and how to report them. */
export interface RubyPluginSources {
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
}

/**
 * Warns about a site's plugins that are written in Ruby, and says what they would add. Using one of their tags is an error
 * with a hint at its file. To be called after all other plugins have been added: what those provide is not missing.
 *
 * @throws {UttersonError} `RubyPlugin` if `isStrict`
 */
export function reportRubyPlugins(registry: Registry, paths: readonly string[], sources: RubyPluginSources): void {
  if (paths.length === 0) return;
  const files = paths.map((path) => readFile(path, sources));
  const uses = new RubyUses(sources.tree, sources.source, sources.templateFolders);
  const lines = files.map((file) => describeFile(file, registry, uses));
  if (sources.isStrict) throw strictError(lines);
  for (const line of lines) sources.log.warn('Plugin:', line);
  sources.log.warn(
    '',
    `${pluginsPage()} explains how to write plugins in JavaScript. To stop here instead, use --strict-plugins.`,
  );
  for (const { name: file, pieces } of files) {
    const tags = pieces.filter(({ kind, name }) => kind === 'tag' && registry.liquid.findTag(name) === undefined);
    for (const { name, line } of tags) registry.addTag(name, rubyTag(name, `${file}:${line}`));
  }
}

function readFile(path: string, { source, tree }: RubyPluginSources): RubyFile {
  const name = path.startsWith(`${source}/`) ? path.slice(source.length + 1) : path;
  return { name, pieces: readRubyPlugin(decodeText(tree.read(path))) };
}

function describeFile({ name, pieces }: RubyFile, registry: Registry, uses: RubyUses): string {
  const covered = pieces.filter((piece) => isCovered(piece, registry));
  const lost = pieces.filter((piece) => !covered.includes(piece));
  const what = pieces.length > 0 && lost.length === 0 ? '' : ` (${describeRubyPieces(lost)})`;
  const places = uses.describe(lost);
  const alike = builtinsLike(lost).filter((plugin) => !registry.has(plugin));
  const notes = [
    `${name} is written in Ruby and does not run here${what}`,
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

function strictError(lines: readonly string[]): UttersonError {
  return new UttersonError('RubyPlugin', lines.join('\n'), {
    hint: `Write them in JavaScript (${pluginsPage()} explains how), or build without --strict-plugins to go on without them.`,
  });
}
