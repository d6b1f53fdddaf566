/** The only file that imports liquidjs: the interface that plugin authors program against, and what the bridge needs. */
export {
  Context as LiquidjsContext,
  Drop as LiquidjsDrop,
  type Emitter,
  type FilterImplOptions,
  Liquid as LiquidjsLiquid,
  Parser as LiquidjsParser,
  type RenderOptions as LiquidjsRenderOptions,
  TagToken,
  type Template as LiquidjsTemplate,
  Tokenizer as LiquidjsTokenizer,
  type TopLevelToken,
  toValueSync,
} from 'liquidjs';

import type { Liquid } from 'liquidjs';

/** A tag as liquidjs registers it: a class, or an object with `parse` and `render`. */
export type TagImplementation = Parameters<Liquid['registerTag']>[1];
