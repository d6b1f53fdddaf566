import { LiquidError } from '../liquid/liquid-error.ts';
import type { TagNode, TagParser } from '../liquid/tag.ts';
import type { Converter, MarkdownProcessor } from '../plugin/converter.ts';
import type { Plugin, PluginFilter, TagDefinition } from '../plugin/define-plugin.ts';
import type { Generator } from '../plugin/generator.ts';
import { HOOK_OWNERS, type PluginHook } from '../plugin/hook.ts';
import type { PluginTools } from '../plugin/plugin-tools.ts';
import type { Priority } from '../plugin/priority.ts';
import type { Document } from '../site/document.ts';
import type { HookVariables } from '../site/hooks.ts';
import type { Item } from '../site/item.ts';
import type { PostNames } from '../site/post-names.ts';
import type { Site } from '../site/site.ts';
import { internalsOf } from '../site/site-internals.ts';
import { relativePath } from '../util/files/paths.ts';
import { fromRubyPath, toRubyPath } from './ruby-path.ts';
import type { RubySite } from './ruby-site.ts';

/** Something that Ruby files have registered. */
interface Registered {
  readonly kind: 'tag' | 'filter' | 'generator' | 'converter' | 'processor' | 'hook';
  /** Its number in the interpreter. */
  readonly index: number;
  readonly name: string;
  readonly [fact: string]: unknown;
}

/**
 * The plugin that a site's Ruby files are together.
 *
 * Nobody can tell what Ruby code reads, so every page is rendered in each build.
 *
 * @param ported plugins in JavaScript: their tags and filters take the place of those in Ruby
 */
export function rubyPlugin(ruby: RubySite, ported: readonly Plugin[]): Plugin {
  const registered = (ruby.do('registered') as ReadonlyMap<string, unknown>[]).map(
    (facts) => Object.fromEntries(facts) as unknown as Registered,
  );
  const replaced = ruby.do('replaced') as readonly unknown[];
  const isPorted = ({ kind, name }: Registered): boolean =>
    ported.some(({ tags = {}, filters = {} }) => Object.hasOwn(kind === 'tag' ? tags : filters, name));
  const of = (kind: Registered['kind']) =>
    registered.filter((thing) => thing.kind === kind && !((kind === 'tag' || kind === 'filter') && isPorted(thing)));
  return {
    name: RUBY_FILES,
    tags: Object.fromEntries(of('tag').map((tag) => [tag.name, rubyTag(tag, ruby)])),
    filters: Object.fromEntries(of('filter').map((filter) => [filter.name, rubyFilter(filter, ruby)])),
    generators: of('generator').map((generator) => rubyGenerator(generator, ruby)),
    converters: [
      ...of('converter').map((converter) => rubyConverter(converter, ruby)),
      ...(replaced.includes('markdown') || replaced.includes('kramdown') ? [changedMarkdown(ruby)] : []),
    ],
    markdownProcessors: Object.fromEntries(of('processor').map(({ name }) => [name, () => rubyProcessor(name, ruby)])),
    hooks: [
      knowSite(ruby, replaced),
      ...of('hook').map((hook) => rubyHook(hook, ruby)),
      ...(replaced.includes('write') ? [writePages(ruby)] : []),
      finishSite(ruby),
    ],
  };
}

/** The plugin that a site's Ruby files are together. */
export const RUBY_FILES = 'the Ruby files in _plugins';

/** So many of the files that Ruby code has written are named. */
const SHOWN_FILES = 5;

/** The rank of hooks that come before those that plugins give a rank. */
const FIRST = 1_000_000;

/** Lets Ruby code know the site before anything else of it runs. */
function knowSite(ruby: RubySite, replaced: readonly unknown[]): PluginHook {
  return {
    owner: 'site',
    event: 'after_reset',
    priority: 2 * FIRST,
    run(site, tools) {
      ruby.isIn(site, tools);
      if (replaced.includes('post_names')) internalsOf(site).postNames = rubyPostNames(ruby);
      if (replaced.includes('related_posts'))
        site.relatedPosts = (post) => ruby.do('related_posts', post) as Document[];
    },
  };
}

function rubyPostNames(ruby: RubySite): PostNames {
  return {
    isPost: (path) => ruby.do('post?', 'posts', path) === true,
    isDraft: (path) => ruby.do('post?', 'drafts', path) === true,
    parts(path) {
      const captures = ruby.do('post_parts', path);
      if (!Array.isArray(captures)) return null;
      const [extension = null, slug = null, date = null] = captures.toReversed() as (string | null)[];
      return { date, slug: slug ?? '', extension: extension ?? '' };
    },
  };
}

/** Lets Ruby code write the pages, if it has a way of its own for all of them. */
const writePages = (ruby: RubySite): PluginHook => ({
  owner: 'site',
  event: 'post_render',
  priority: -FIRST,
  run(site) {
    for (const page of site.pages) page.writeItself = () => ruby.isIn(site, undefined).place('write_page', page);
  },
});

/** Writes what Ruby code has put into the destination, when all of it has run, and tells of what it has put into the source. */
function finishSite({ workspace, log }: RubySite): PluginHook {
  let told = '';
  return {
    owner: 'site',
    event: 'post_write',
    priority: -FIRST,
    run(site) {
      internalsOf(site).touchedPaths = workspace.finish();
      const files = listed(workspace.differing.map((path) => relativePath(workspace.source, path)));
      if (files !== '' && files !== told) {
        log.info(
          'Ruby files:',
          `What they changed in the source stays in memory, and counts in this build only: ${files}`,
        );
      }
      told = files;
    },
  };
}

/** The first few of many names. */
function listed(names: readonly string[]): string {
  const more = names.length - SHOWN_FILES;
  return names.slice(0, SHOWN_FILES).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function rubyTag({ index, name, block }: Registered, ruby: RubySite): TagDefinition {
  const parse: TagParser = (tag) => {
    const number = ruby.tags.reserve();
    parsed(() => ruby.do('make_tag', index, name, tag.markup, tag.line, number));
    const body = block === true ? tag.parseBody() : undefined;
    const node: TagNode = {
      render: (context) => ruby.within(context, (render) => ruby.do('render_tag', number, render)),
    };
    ruby.tags.keep(number, node, body);
    return node;
  };
  return { parse, isBlock: block === true };
}

/** An error about a tag's syntax gets the line from the parser, as those of other tags do. */
function parsed(parse: () => unknown): unknown {
  try {
    return parse();
  } catch (error) {
    const syntax = error instanceof Error ? /^(?:Liquid::)?SyntaxError: (.*)$/s.exec(error.message) : null;
    throw syntax === null ? error : new LiquidError('SyntaxError', syntax[1] ?? '', error);
  }
}

function rubyFilter({ name, required, optional }: Registered, ruby: RubySite): PluginFilter {
  return {
    required: Math.max(0, Number(required) - 1),
    optional: optional === null ? Number.POSITIVE_INFINITY : Number(optional),
    apply: (input, args, context) =>
      ruby.within(context, (render) => ruby.do('filter', name, render, [input, ...args])),
  };
}

function rubyGenerator({ index, name, priority }: Registered, ruby: RubySite): Generator {
  return {
    name,
    priority: priority as Priority,
    generate: (site, tools) => void ruby.isIn(site, tools).do('generate', index),
  };
}

function rubyConverter({ index, name, priority, prefix, suffix }: Registered, ruby: RubySite): Converter {
  const matching = new Map<string, boolean>();
  return {
    name,
    priority: priority as Priority,
    matches(extension) {
      const known = matching.get(extension) ?? ruby.do('matches', index, extension) === true;
      matching.set(extension, known);
      return known;
    },
    outputExtension: (extension) => String(ruby.do('output_ext', index, extension)),
    convert: (content, { site }) => String(ruby.isIn(site, undefined).do('convert', index, content)),
    ...(typeof prefix === 'string' ? { highlighterPrefix: prefix } : {}),
    ...(typeof suffix === 'string' ? { highlighterSuffix: suffix } : {}),
  };
}

/** Jekyll's own Markdown converter, whose `convert` Ruby code has changed. */
const changedMarkdown = (ruby: RubySite): Converter => ({
  name: 'Markdown, changed by Ruby files',
  replaces: 'Markdown',
  matches: (extension) => ruby.do('is_markdown', extension) === true,
  outputExtension: () => '.html',
  convert: (content, { site }) => String(ruby.isIn(site, undefined).do('convert_markdown', content)),
  highlighterPrefix: '\n',
  highlighterSuffix: '\n',
});

const rubyProcessor = (name: string, ruby: RubySite): MarkdownProcessor => ({
  convert: (content, { site }) => String(ruby.isIn(site, undefined).do('process', name, content)),
});

function rubyHook({ index, owner, event, priority }: Registered, ruby: RubySite): PluginHook {
  const isInit = owner === 'site' && event === 'after_init';
  const hook = {
    // A process that builds again has forgotten what Ruby code wrote then, so that is done again too.
    event: isInit ? 'after_reset' : event,
    priority: isInit ? FIRST + Number(priority) : priority,
    owner: (HOOK_OWNERS as readonly unknown[]).includes(owner) ? owner : { collection: owner },
    run: owner === 'clean' ? runClean(index, ruby) : runHook(index, String(event), ruby),
  };
  return hook as unknown as PluginHook;
}

const runHook =
  (index: number, event: string, ruby: RubySite) =>
  (subject: Site | Item, tools: PluginTools | null, variables?: HookVariables): void => {
    const site = 'site' in subject ? subject.site : subject;
    // Jekyll passes the variables of the render too.
    const hasPayload = event === 'pre_render' || (site === subject && event === 'post_render');
    ruby.isIn(site, tools ?? undefined).doWith(variables, 'hook', index, [subject, hasPayload]);
  };

/** Takes the paths out of the list that Ruby code has taken out. */
const runClean =
  (index: number, ruby: RubySite) =>
  (files: string[]): void => {
    const kept = ruby.do('clean', index, files.map(toRubyPath)) as string[];
    files.splice(0, files.length, ...kept.map(fromRubyPath));
  };
