import { BUILTINS } from '../../builtin/builtins.ts';
import { HtmlNodes } from '../../builtin/shared/html/html-nodes.ts';
import type { Config } from '../../config/config.ts';
import { UttersonError } from '../../errors.ts';
import type { Plugin } from '../../plugin/define-plugin.ts';
import type { Registry } from '../../plugin/registry.ts';
import { ChangedSource } from '../../ruby/changed-source.ts';
import { findRuby, RUBY_PACKAGE } from '../../ruby/ruby-machine.ts';
import { toRubyPath } from '../../ruby/ruby-path.ts';
import { RUBY_FILES, rubyPlugin } from '../../ruby/ruby-plugin.ts';
import { ownFilters, RubySite } from '../../ruby/ruby-site.ts';
import { RubyWorkspace } from '../../ruby/ruby-workspace.ts';
import type { WriteTree } from '../../util/files/tree.ts';
import type { Log } from '../../util/program/log.ts';
import type { TimeZone } from '../../util/time/time-zone.ts';

/** Where the Ruby files come from. */
interface RubyFiles {
  readonly config: Config;
  readonly source: string;
  readonly destination: string;
  readonly pluginFolders: readonly string[];
  readonly tree: WriteTree;
  readonly log: Log;
  readonly environment: string;
  readonly zone: TimeZone;
  /** The plugins in JavaScript that the site has beside them. */
  readonly ported: readonly Plugin[];
}

/** Why a Ruby file does not run here. */
export interface RubyRefusal {
  readonly path: string;
  /** Undefined if there is no interpreter, or it is not wanted. */
  readonly reason: string | undefined;
}

export interface RubyRun {
  /** The files that do not run here. */
  readonly refused: readonly RubyRefusal[];
  /** The tree with what Ruby code changes in the source. */
  readonly tree: WriteTree;
}

/**
 * Runs a site's Ruby files, if there is an interpreter for them, and adds what they register.
 *
 * @param paths absolute
 */
export async function runRubyFiles(
  registry: Registry,
  paths: readonly string[],
  { config, ported, ...place }: RubyFiles,
): Promise<RubyRun> {
  const file = paths.length === 0 || config.get('ruby_plugins') === false ? undefined : findRuby(place.source);
  if (file === undefined) {
    // Looked at so that a later process notices when it is installed.
    if (paths.length > 0) place.tree.status(`${place.source}/node_modules/${RUBY_PACKAGE}`);
    return { refused: paths.map((path) => ({ path, reason: undefined })), tree: place.tree };
  }
  const names = { filters: ownFilters(registry.liquid), gems: Object.keys(BUILTINS) };
  const tree = new ChangedSource(place.tree);
  const workspace = new RubyWorkspace(place.source, place.destination, tree, place.pluginFolders);
  const ruby = await RubySite.start(file, { ...place, ...names, workspace, html: new HtmlNodes() });
  const refused = paths.flatMap((path) => {
    const reason = reasonAgainst(path, ruby);
    return reason === undefined ? [] : [{ path, reason }];
  });
  workspace.keepChanges();
  if (refused.length < paths.length) registry.add(rubyPlugin(ruby, ported));
  return { refused, tree };
}

/** Whether this is the name of the plugin that a site's Ruby files are. */
export const isOfRubyFiles = (plugin: string): boolean => plugin === RUBY_FILES;

/** Loads a file; returns why that is not possible. */
function reasonAgainst(path: string, ruby: RubySite): string | undefined {
  try {
    ruby.do('load_file', toRubyPath(path));
    return undefined;
  } catch (error) {
    if (error instanceof UttersonError && error.code.startsWith('Ruby')) return error.message;
    throw error;
  }
}
