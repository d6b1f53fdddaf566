/** The public entry `utterson`: what programs use to build, serve and extend sites. */

export { type BuildOptions, build } from './build/build.ts';
export type { BuildResult, BuiltPage, Change, PhaseTime } from './build/build-result.ts';
export type { Builder } from './build/builder.ts';
export type { BuilderOptions } from './build/builder-options.ts';
export { createBuilder } from './build/create-builder.ts';
export type { Urgency } from './build/render/urgent-pages.ts';
export { type ServeOptions, serve } from './commands/serve/serve-for-program.ts';
export type { ServedSite } from './commands/serve/served-site.ts';
export type { Config, Environment } from './config/config.ts';
export { type LoadOptions, loadConfig } from './config/load-config.ts';
export { type SourceLocation, UttersonError } from './errors.ts';
export type { PluginCommand } from './plugin/command.ts';
export { definePlugin, type Plugin } from './plugin/define-plugin.ts';
export type { Site } from './site/site.ts';
export { MemoryTree } from './util/files/memory-tree.ts';
export type { ReadTree, WriteTree } from './util/files/tree.ts';
export { Log, type LogSink, silentLog } from './util/program/log.ts';
