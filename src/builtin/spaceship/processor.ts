import type { Item, PluginTools } from '../../plugin/plugin.ts';
import type { PageHtml } from './page-html.ts';

/** A page while the processors change it. */
export interface Turn {
  readonly item: Item;
  readonly tools: PluginTools;
  /** The finished page. */
  readonly page: PageHtml;
  /** The lists of attributes that the page's text defines by name: `{:name: .class}`. */
  readonly attributeLists: Map<string, string>;
  /** Whether a processor found something of its own: then the excerpt is cut again. */
  isHandled: boolean;
}

/** One of the parts of the plugin, each of which can be left out. Texts go through them one after the other. */
export interface Processor {
  /** The number of its marks for code and Liquid; without one it is shown both. */
  readonly mark?: number;
  /** Changes a page's Markdown before it is rendered. */
  readonly changeMarkdown?: (text: string, turn: Turn) => string;
  /** Changes the finished page. */
  readonly changeHtml?: (html: string, turn: Turn) => string;
}
