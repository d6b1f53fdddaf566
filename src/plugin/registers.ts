import { Register } from '../liquid/register.ts';
import type { Site } from '../site/site.ts';
import type { PluginTools } from './plugin-tools.ts';

/** The site that is being built. Tags and filters get it with `context.register(SITE)`. */
export const SITE = new Register<Site>('site');

/** What templates see as `page`. */
export const PAGE = new Register<unknown>('page');

/** Converters, filters and Liquid, for tags and filters that need them. */
export const TOOLS = new Register<PluginTools>('tools');
